/** The Train screen: settings, live curves, and the heads there are. */
export const train = {
	title: 'Train',
} as const;
