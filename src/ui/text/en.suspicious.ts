/** The Audit screen: listings that something is wrong with. */
export const suspicious = {
	lead: 'Holds every listing against those most like it: photo and title that do not go together, one photo under two brands, a price or another column far from that of its neighbours, a photo unlike all others of its label. It points; you judge.',
	form: 'What to hold listings against',
	field: 'Photos against the labels of',
	noField: 'No labels',
	fieldHint: 'Every photo is held against the others of its label, too.',
	how: 'Looks at photos, titles and columns as they are; nothing is learned.',
	methodName: 'How listings become suspicious',
	method:
		'Photo and title disagree when many products look more like those called similarly, and are called more like those looking similar; the score is the mean of both shares. A number is odd when it is at least twice as far from the middle of its ten nearest as theirs, and far beyond what is usual in its column. A value is odd when nine of ten neighbours agree on another. A photo is unlike its label three robust deviations below what is usual there. Shared photos are the same file, or look the same to the network.',
	start: 'Look for suspicious listings',
	running: 'Looking for suspicious listings',
	cancelHint: 'Nothing is kept but what the networks saw.',
	results: 'Suspicious listings',
	found_zero: 'None of {{looked, number}} listings is suspicious',
	found_one: '{{count, number}} suspicion among {{looked, number}} listings',
	found_other: '{{count, number}} suspicions among {{looked, number}} listings',
	without_one:
		'{{count, number}} listing has no photo or title that the networks could look at and was left out.',
	without_other:
		'{{count, number}} listings have no photo or title that the networks could look at and were left out.',
	never: 'A suspicion is no verdict: an unusual product is suspected like a wrong listing.',
	only: 'Show',
	all: 'All ({{count, number}})',
	ofKind: '{{kind}} ({{count, number}})',
	kinds: {
		disagree: 'Photo and title disagree',
		'shared-photo': 'One photo, several brands',
		'odd-number': 'A number far from others',
		'odd-value': 'A column unlike others',
		unlike: 'A photo unlike its label',
	},
	score: 'Score',
	sentences: {
		disagree:
			'Photo and title do not go together: {{photo}} of the products look more like those that are called similarly than this one does, and {{title}} are called more like those that look similar.',
		'shared-photo': 'The same photo stands under {{values}} in “{{column}}”.',
		more: '“{{column}}” is {{value}}, {{times, number}} times the middle of the products most like it ({{low, number}} to {{high, number}}, in the middle {{middle, number}}).',
		less: '“{{column}}” is {{value}}; the middle of the products most like it is {{times, number}} times as much ({{low, number}} to {{high, number}}, in the middle {{middle, number}}).',
		notAbove:
			'“{{column}}” is {{value}}; the products most like it have {{low, number}} to {{high, number}}.',
		'odd-value':
			'“{{column}}” says “{{value}}”; {{percent}} of the products most like it say “{{usual}}”.',
		unlike:
			'This photo is hardly like any other labelled “{{label}}”: its similarity to the nearest three is {{similarity}}, where {{usual}} is usual.',
	},
	evidence: {
		called: 'What is called similarly',
		looks: 'What looks similar',
		shared: 'The same photo',
		near: 'The products most like it',
		label: 'The nearest of its label',
	},
	note: 'It is wrong',
	noted: 'Noted as to be mended.',
	dismiss: 'It is in order',
	dismissed: 'Not suspected of that again.',
	allDone: 'You have judged all of them.',
	show: 'Show them all',
	notedCount_one: '{{count, number}} noted as to be mended',
	notedCount_other: '{{count, number}} noted as to be mended',
	showNoted: 'Show them',
	saveNoted: 'Save them as CSV',
} as const;
