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
	replaceTitle: 'Replace everything by this project?',
	replaceBody_one:
		'{{count, number}} product that is here goes, with its labels and decisions. Save the project first if you still need it.',
	replaceBody_other:
		'{{count, number}} products that are here go, with their labels and decisions. Save the project first if you still need them.',
	replace: 'Replace everything',
	cancel: 'Cancel',
} as const;
