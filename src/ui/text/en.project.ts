/** The whole project as a file, and whether the browser keeps it. */
export const project = {
	title: 'Backup',
	lead: 'Products, photos, labels, decisions, your lists, what the networks saw and what was trained, in one file. It opens on another computer, in another browser.',
	save: 'Save the whole project',
	open: 'Open a project…',
	saved: 'Saved as {{name}}.',
	label: 'Project',
	kept: 'This browser keeps what Aisle stores until you delete it.',
	notKept:
		'This browser may clear what Aisle stores when the disk gets full. Save the project from time to time.',
	savedAt: 'Last saved {{date}}.',
	reminder: {
		title: 'All this lies in this browser alone',
		body: 'It may clear what Aisle stores when the disk gets full. A saved project brings everything back.',
		save: 'Save the project…',
		dismiss: 'Dismiss',
	},
	openTitle: 'Open a saved project',
	mergeBody:
		'Add to what is here: its products come behind yours. Where both say something — the same product, its label in a field, a field’s split, a setting — what is here stays. A product that was imported twice by itself stays twice.',
	replaceBody_one:
		'Replace everything: {{count, number}} product that is here goes, with its labels and decisions. Save the project first if you still need it.',
	replaceBody_other:
		'Replace everything: {{count, number}} products that are here go, with their labels and decisions. Save the project first if you still need them.',
	others_one: '{{count, number}} other file was left. Drop it again afterwards.',
	others_other: '{{count, number}} other files were left. Drop them again afterwards.',
	replace: 'Replace everything',
	merge: 'Add to what is here',
	openNow: 'Open',
	cancel: 'Cancel',
	cancelHint: 'Everything stays as it was',
} as const;
