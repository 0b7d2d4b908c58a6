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
	carried: {
		have: 'A few labels on new products, and a classifier of others',
		use: 'Begin from that classifier (Train or Compare): Compare says whether it helps here or hurts.',
		place: 'Compare',
		term: 'Transfer to a new domain: model-based and feature-based',
	},
	from: 'Begin from another classifier',
	afresh: 'None: begin afresh',
	fromHint:
		'For few labels on new products, where a classifier of other products looks at the same: from clothing to home goods. Whether it helps or hurts, Compare says.',
	by: 'What to take from it',
	ways: {
		start: {
			name: 'Its weights, to begin from',
			body: 'Begins where the other one ended and stays near it, unless the new products say otherwise. Labels of the same name keep what is known of them.',
			term: 'Model-based transfer: fine-tuning with L2-SP (Li, Grandvalet and Davoine, 2018), its strength searched on held-out products',
		},
		features: {
			name: 'Its answers, to learn from',
			body: 'Learns from what the other one answers, beside what the networks saw. Its labels need not be the same.',
			term: 'Feature-based transfer: the source’s projection as further columns',
		},
	},
	verdicts: 'Carried over, against beginning afresh',
	verdict: {
		helps:
			'“{{head}}” helps ({{way}}): {{points}} points on the same {{count, number}} test products (95 % interval {{low}} to {{high}}).',
		hurts:
			'“{{head}}” hurts ({{way}}): {{points}} points on the same {{count, number}} test products (95 % interval {{low}} to {{high}}). What it knows does not hold here, which is called negative transfer: begin afresh.',
		open: '“{{head}}” makes no difference that could not be chance ({{way}}): {{points}} points on the same {{count, number}} test products (95 % interval {{low}} to {{high}}).',
	},
	strategy: '{{strategy}} · carried over: {{way}}',
	gone: 'a deleted classifier',
	also: 'Carry over from another classifier, too',
	alsoNone: 'No',
	alsoHint:
		'Each way beside beginning afresh, for softmax regression that looks at the same as the other one does.',
} as const;
