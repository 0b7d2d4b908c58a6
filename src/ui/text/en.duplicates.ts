/** The Audit screen: products that show the same thing. */
export const duplicates = {
	lead: 'Products with the same photo, or nearly the same: saved anew, scaled, cropped by a hair. Decide what they are: one product twice, parts of one, or different ones after all.',
	form: 'Which photos count as the same',
	how: 'The same file is found at once. Photos that only look the same are found by what the network saw in them.',
	results: 'Duplicates',
	found_one: '{{count, number}} group of products shares a photo',
	found_other: '{{count, number}} groups of products share a photo',
	kind: {
		same: 'The same file.',
		near: 'Nearly the same photo.',
	},
	sameTitle: 'All have the same title.',
	which: 'Which of them stays',
	stays: 'Stays',
	concerned: 'One of them',
	without: 'Leave {{name}} out of it',
	keep: 'Keep one, remove the others',
	merge: 'Merge into one',
	apart: 'Not duplicates',
	hint: 'Merging gives the one that stays what it lacks: photos, words, columns and labels of the others.',
	kept_one: '{{count, number}} product was removed.',
	kept_other: '{{count, number}} products were removed.',
	merged_one: '{{count, number}} product was merged into another.',
	merged_other: '{{count, number}} products were merged into another.',
	toldApart:
		'They count as different from now on: in splits, figures and here, whatever their photos say.',
	busy: 'Products can be removed when the import has finished.',
} as const;
