/** What the Train screen advises, and why. */
export const advice = {
	title: 'Where to start',
	sentences: {
		'few-near':
			'Train a head and leave the networks as they are: they tell your labels apart already, and {{perLabel, number}} products per label are too few to teach them more.',
		'few-far':
			'Leave the networks as they are, but let all of them look, and read titles word by word: what one network sees does not tell these labels apart, and {{perLabel, number}} products per label are too few to teach it.',
		'many-near':
			'Let the last stage of the network learn along: it tells your labels apart already, and {{perLabel, number}} products per label are enough to sharpen it without spoiling it.',
		'many-far':
			'Let the last three stages of the network learn along: what it sees does not tell these labels apart, and {{perLabel, number}} products per label are enough to teach it.',
	},
	titleSentences: {
		'few-near':
			'Train a head and leave the network as it is: it tells your labels apart already, and {{perLabel, number}} products per label are too few to teach it more.',
		'few-far':
			'Read titles word by word: what a network takes for their meaning does not tell these labels apart, but the words may.',
		'many-near':
			'Read titles by meaning, and let a small network learn on top: {{perLabel, number}} products per label are enough for more than weighing up.',
		'many-far':
			'Learn words from nothing: what a network takes for the meaning of a title does not tell these labels apart, and {{perLabel, number}} products per label are enough to learn your own.',
	},
	use: 'Use these settings',
	used: 'These settings are in the form.',
	why: 'Why?',
	measuredTitle: 'How near your labels are to what the networks know',
	measured:
		'For each product you would learn from, Aisle looks for the one most like it, by what a network saw before it learned anything from you, and asks whether both have the same label. Luck is taken off: 100 % is always, 0 % is no more often than by chance. Near begins at {{from}}.',
	term: 'Leave-one-out accuracy of the nearest neighbour, corrected for chance like Cohen’s kappa',
	looker: 'Who looks',
	titles: 'Titles, by meaning',
	agreement: 'Same label',
	chance: 'By chance',
	nearness: 'How near',
	casesTitle: 'The four cases',
	cases:
		'Few are fewer than {{count, number}} products per label, in the middle: a rule of thumb, not a law.',
	amount: 'Products',
	near: 'Near',
	far: 'Far',
	few: 'Few',
	many: 'Many',
	short: {
		'few-near': 'Networks frozen, a head on the nearest',
		'few-far': 'Networks frozen, a head on all of them',
		'many-near': 'Last stage learns along',
		'many-far': 'Last three stages learn along',
	},
	yours: 'yours',
	compare:
		'Advice is where to start, not where to end: Compare tries several ways on the same products.',
	toCompare: 'Go to Compare',
};
