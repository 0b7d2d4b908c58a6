/** What a head is worth. */
export const report = {
	title: 'Report',
} as const;
