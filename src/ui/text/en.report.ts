/** What a head is worth. */
export const report = {
	back: 'All heads',
	tells: {
		photo: 'Tells “{{field}}” from the photo',
		title: 'Tells “{{field}}” from the title',
		both: 'Tells “{{field}}” from photo and title',
	},
	use: 'Use in Sort',
	stopUsing: 'Stop using in Sort',
	used: 'Sort now uses {{name}} for “{{field}}”.',
	unused: 'Sort no longer uses {{name}}.',
	inUse: 'In use in Sort',
	missingTitle: 'There is no such head',
	missingBody:
		'It may have been deleted. Its address stays behind in bookmarks and in the history.',
	missingLink: 'See the heads there are',
	noneTitle: 'Not measured yet',
	noneBody:
		'When this head was trained there were no test products that it could be asked about, so nobody knows how good it is. Train again with some products kept back for testing.',
	noneLink: 'Back to training',

	headline: {
		title: 'How often it is right',
		sentence_one:
			'Right on {{right, number}} of {{count, number}} product it never saw: {{percent}}. On other products like these probably between {{low}} and {{high}}.',
		sentence_other:
			'Right on {{right, number}} of {{count, number}} products it never saw: {{percent}}. On other products like these probably between {{low}} and {{high}}.',
		picture:
			'Right on {{percent}}, with 95 % certainty between {{low}} and {{high}}; always answering {{label}} would be right on {{baseline}}.',
		baseline: 'Always answering “{{label}}” would be right on {{percent}}',
		macroF1: 'Every label counted alike',
		macroF1Name: 'What macro-F1 is',
		macroF1Words:
			'Macro-F1. For each label: how many of its products are found, and how many of those given it belong to it, in one figure. Then the mean over all labels, so that a rare label counts as much as a common one. Far below the accuracy it says that rare labels fare badly.',
		top3: 'Right label among its first three',
		top3Name: 'What top-3 is',
		top3Words:
			'Top-3 accuracy. How often the right label is among the three that the head holds most probable: how often a person only has to pick one of three.',
		intervalName: 'What the interval says',
		intervalWords:
			'Another few hundred products would have given a slightly different figure. In 95 of 100 such tries the interval made this way holds the true one (Wilson). More test products make it narrower.',
		baselineName: 'What the baseline is for',
		baselineWords:
			'The majority baseline. Whoever always answers the most common label is right this often without looking at anything. A head is only worth what it adds to that.',
	},
	lists: {
		label: 'The products behind it',
		right: 'Right',
		wrong: 'Wrong',
		sure: 'Wrong, and sure of it',
		rightHint: 'Taken for what they are',
		wrongHint: 'Surest first',
		sureHint: 'Given {{percent}} or more: often it is the label that is wrong',
		count_one: '{{count, number}} product',
		count_other: '{{count, number}} products',
	},
	note: {
		right: 'right, {{percent}}',
		wrong: 'is {{truth}}, taken for {{predicted}}, {{percent}}',
	},
	confusion: {
		title: 'What it confuses',
		lead: 'Each row is what products are, each column what they were taken for. The diagonal is right. Every number opens its products.',
		none: 'Not one test product was taken for something else.',
		pairs: 'Most often confused',
		pair: '{{truth}} taken for {{predicted}}',
		pairTitle: '{{truth}} taken for {{predicted}}',
		rightTitle: '{{truth}}, recognised',
		morePairs_one: 'Show {{count, number}} more',
		morePairs_other: 'Show {{count, number}} more',
		fewerPairs: 'Show fewer',
		grid: 'Confusion matrix: rows are true labels, columns what they were taken for. Arrow keys move, Enter opens the products.',
		corner: 'is ↓ taken for →',
		cell_zero: 'true {{truth}}, taken for {{predicted}}: no products',
		cell_one: 'true {{truth}}, taken for {{predicted}}: {{count, number}} product',
		cell_other: 'true {{truth}}, taken for {{predicted}}: {{count, number}} products',
		others: 'others',
		othersName: 'a label that is not shown',
		othersTitle: '{{truth}} taken for a label that is not shown',
		shown: 'Labels in the matrix',
		shownHint_one: 'Of {{count, number}} label; at first those confused most.',
		shownHint_other: 'Of {{count, number}} labels; at first those confused most.',
		addLabel: 'Add a label',
	},
	data: {
		title: 'What it learned from',
		learned: 'Learned from',
		tested: 'Tested on',
		products_one: '{{count, number}} product',
		products_other: '{{count, number}} products',
		validation_zero: 'none kept back',
		validation_one: '{{count, number}} product',
		validation_other: '{{count, number}} products',
		validationTerm: 'Kept back to choose settings',
		labels: 'Labels',
		split: 'Split',
		splitDrawn: 'drawn by chance, seed {{seed}}',
		splitGiven: 'given by the spreadsheet',
		trained: 'Trained',
		took: 'In',
		seconds_one: '{{count, number}} second',
		seconds_other: '{{count, number}} seconds',
		backend: 'On',
		size: 'Size',
		tooSmall_one: 'One label has too few products to be tested:',
		tooSmall_other: '{{count, number}} labels have too few products to be tested:',
		parted_one:
			'One group of nearly the same photos lies on both sides of the split: the figures flatter it there.',
		parted_other:
			'{{count, number}} groups of nearly the same photos lie on both sides of the split: the figures flatter it there.',
		partedOpen: 'Show them',
		partedTitle: 'Nearly the same photos on both sides of the split',
		unlearned_one: 'One labelled product could not be learned from: nothing of it could be read.',
		unlearned_other:
			'{{count, number}} labelled products could not be learned from: nothing of them could be read.',
		unlearnedTitle: 'Labelled, but not learned from',
		without_one: 'One test product was left out: nothing of it could be read.',
		without_other: '{{count, number}} test products were left out: nothing of them could be read.',
		withoutTitle: 'Left out of the test',
	},
	classes: {
		title: 'Label by label',
		lead: 'Worst first. Press a heading to sort by it, a label to see its products.',
		table: 'Figures of every label',
		label: 'Label',
		precision: 'Precision',
		recall: 'Recall',
		f1: 'F1',
		support: 'Products',
		name: 'What precision, recall and F1 are',
		words:
			'Precision: of the products given this label, the share that belongs to it. Recall: of the products that belong to it, the share that was given it. F1: both in one figure, closer to the worse one (their harmonic mean).',
		small: 'Few products: these figures are rough',
		smallNote_one:
			'{{count, number}} label was tested on fewer than {{least, number}} products: its figures are rough.',
		smallNote_other:
			'{{count, number}} labels were tested on fewer than {{least, number}} products: their figures are rough.',
		opens: '{{label}}: its test products',
	},
	coverage: {
		title: 'What it may decide alone',
		lead: 'The surer it is, the more often it is right. Say how right it has to be, and Aisle says from which probability on that can be trusted, and how many products it then decides without you.',
		wanted: 'It has to be right',
		slider: 'How right it has to be',
		decides:
			'It may decide alone on {{coverage}} of products: those it gives {{threshold}} or more. On the test products above that it was right on {{accuracy}}.',
		decidesNone:
			'It may decide alone where it gives {{threshold}} or more. No test product came that far.',
		how: 'The threshold was chosen on {{count, number}} held-out products and only then tried on the test products, so that the figure is no flattery. It is trusted only when the lower end of a 95 % interval reaches {{wanted}}.',
		cannot: 'It cannot be trusted to be {{wanted}} right at any threshold.',
		shortRight:
			'Among the {{covered, number}} surest held-out products not one was wrong, but {{needed, number}} without a mistake would be needed to be sure of it. Label more products.',
		shortWrong_one:
			'Among the {{covered, number}} held-out products that speak most for it there is {{count, number}} mistake; with that many, {{needed, number}} products would be needed.',
		shortWrong_other:
			'Among the {{covered, number}} held-out products that speak most for it there are {{count, number}} mistakes; with that many, {{needed, number}} products would be needed.',
		shortNothing: 'No product was held out to tell by.',
		use: 'Use this threshold in Sort',
		using: 'Sort uses this threshold',
		usedNow: 'Sort takes {{threshold}} as its threshold with this head.',
		chart: 'Accuracy against the share of products decided alone, surest first.',
		test: 'Test products',
		heldOut: 'Held-out products',
		x: 'Decided alone',
		y: 'Right',
	},
	calibration: {
		title: 'Whether its probabilities mean what they say',
		says_one:
			'When it says about {{says}}, it is right {{right}} of the time ({{count, number}} product).',
		says_other:
			'When it says about {{says}}, it is right {{right}} of the time ({{count, number}} products).',
		gap: 'On average its probabilities are off by {{after}}; before they were calibrated, by {{before}}.',
		gapName: 'What calibration is',
		gapWords:
			'Expected calibration error: the mean distance between what it says and how often it is right, over 15 bins. Calibrated by temperature scaling: one number, fitted on held-out products, makes all probabilities more or less sure and changes no answer.',
		chart: 'How often it is right against how sure it says it is; on the dashed line both agree.',
		right: 'Right',
		ideal: 'As it says',
		x: 'It says',
		bins: 'Bins of the diagram',
		bin: 'It says',
		binRight: 'It is right',
		binCount: 'Products',
		opens: 'Given {{says}} on average',
	},
	levels: {
		title: 'Level by level',
		lead: 'Labels are paths. Higher up it is right more often: that is what a doubtful answer can fall back on.',
		level: 'Level {{level, number}}',
	},
	curve: {
		network:
			'Before that, the network itself learned from {{photos, number}} photos. Of {{epochs, number}} epochs the one that did best on {{heldOut, number}} photos held out was kept: number {{epoch, number}}.',
		unchanged:
			'Before that, the network itself was to learn from {{photos, number}} photos, but in none of {{epochs, number}} epochs it did better on {{heldOut, number}} photos held out than before. So it stayed as it was.',
		difference:
			'Before its first step, what it said of photos differed from the original network by at most {{difference}}.',
		title: 'How it learned',
		lead: 'Loss on the products it learned from, and on products held out meanwhile. Where the second turns up again, learning stops and the best weights are kept.',
		none: 'This kind of head remembers products instead of learning in rounds: there is no curve.',
		late: 'Two heads were trained one after the other, one for photos and one for titles: there is no one curve.',
	},
	attention: {
		title: 'What the head looked at',
		loading: 'Looking at the photo again…',
		overlay: 'Show it on the photo',
		label: 'What speaks for',
		option: '{{label}}, {{percent}}',
		sentence:
			'Bright places speak most for {{label}}, dark ones least. How bright is relative to this photo.',
		alt: '{{product}}: the photo, with the places bright that speak for {{label}}',
		plain: '{{product}}: the photo',
		scale: 'From dark, speaks least, to bright, speaks most',
		least: 'least',
		most: 'most',
		weighs: 'The photo counted {{photo}} and the title {{title}}.',
		none: 'For this kind of head there is no such picture: it looks at titles alone, or compares with products it remembers.',
		unknown: 'This head cannot be asked about the product: nothing of it has been looked at yet.',
	},
	guessed: {
		title: 'Products without a label',
		none_one:
			'Nothing was learned from the {{count, number}} product without a label: no guess about it could be trusted to be right in 95 of 100. This is the head that learned from labels alone.',
		none_other:
			'Nothing was learned from the {{count, number}} products without a label: no guesses about them could be trusted to be right in 95 of 100. This is the head that learned from labels alone.',
		learned_one:
			'{{count, number}} of {{products, number}} products without a label was learned from, in {{rounds}}: the one that a head was at least {{threshold}} sure of, where it can be trusted to be right in 95 of 100.',
		learned_other:
			'{{count, number}} of {{products, number}} products without a label were learned from, in {{rounds}}: those that a head was at least {{threshold}} sure of, where it can be trusted to be right in 95 of 100.',
		rounds_one: '{{count, number}} round',
		rounds_other: '{{count, number}} rounds',
		open: 'Show them',
		changed:
			'On the same {{count, number}} test products: {{before}} right without them, {{after}} with them.',
		better:
			'They helped, more than chance explains: {{onlyWith, number}} products only with them, {{onlyWithout, number}} only without (McNemar’s test, p = {{p}}).',
		worse:
			'They did harm, more than chance explains: {{onlyWith, number}} products only with them, {{onlyWithout, number}} only without (McNemar’s test, p = {{p}}). Train again without them.',
		chance:
			'The difference could be chance: {{onlyWith, number}} products only with them, {{onlyWithout, number}} only without (McNemar’s test, p = {{p}}).',
	},
	weighing: {
		title: 'Photo or title?',
		lead: 'This head weighs the photo against the title, for each product anew.',
		leadFixed:
			'Two heads answer, one for photos and one for titles, and every product with both is mixed the same way.',
		mean: 'Where a product has both, the photo counts {{photo}} and the title {{title}} on average.',
		label: 'How much the photo counted',
		bands: {
			title: 'The title decides (photo below {{to}})',
			ratherTitle: 'Rather the title ({{from}} to {{to}})',
			alike: 'Both about alike ({{from}} to {{to}})',
			ratherPhoto: 'Rather the photo ({{from}} to {{to}})',
			photo: 'The photo decides ({{from}} and more)',
		},
		opens_one: '{{band}}: {{count, number}} product, {{right}} right',
		opens_other: '{{band}}: {{count, number}} products, {{right}} right',
	},
	closer: {
		title: 'Look closer at its mistakes',
		lead: 'Where on the photo its answer comes from, product by product, surest mistakes first. A head that looks at the background has learned the background.',
		start: 'Look at its answers one by one',
		previous: 'Previous',
		next: 'Next',
		position: '{{at, number}} of {{count, number}}',
		right: '{{product}} is {{truth}}, and was taken for it.',
		wrong: '{{product}} is {{truth}}, and was taken for {{predicted}}.',
		gone: 'A product that is no longer here',
		noPhoto: 'There is no photo of it to look at.',
	},
} as const;
