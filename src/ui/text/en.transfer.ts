/** Which way of using what networks learned elsewhere fits which catalogue. */
export const transfer = {
	title: 'Which way of learning fits my catalogue?',
	zeroShot: {
		have: 'No labels, and a list of categories',
		use: 'Take the suggestions as they are: Aisle compares each product with the names of the categories.',
		place: 'Suggestions in Sort',
		term: 'Zero-shot transfer',
	},
	unsupervised: {
		have: 'No labels, and no list either',
		use: 'Let products that are alike come together, and give each group a name.',
		place: 'Groups in Catalogue',
		term: 'Unsupervised transfer',
	},
	inductive: {
		have: 'Labels on most products, or enough of each',
		use: 'Train a classifier of your own: it knows your labels and says how good it is.',
		place: 'Train, below',
		term: 'Inductive transfer',
	},
	semiSupervised: {
		have: 'A few labels, and many products without',
		use: 'Train, and tick “Also learn from products without a label”: what it is sure of teaches it more.',
		place: 'Train, below',
		term: 'Semi-supervised transfer',
	},
} as const;
