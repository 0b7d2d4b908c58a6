/** The Catalogue screen: labels, and a look at the data before anything is learned from it. */
export const catalogue = {
	title: 'Catalogue',
} as const;
