/** Labelled photos as a zip. */
export const photosOut = {
	title: 'Photos in folders per label',
	field: 'Field',
	folders_zero: 'No labels yet.',
	folders_one: '{{count, number}} folder, named after its label.',
	folders_other: '{{count, number}} folders, each named after its label.',
	photos_one: '{{count, number}} photo in all, {{bytes}}.',
	photos_other: '{{count, number}} photos in all, {{bytes}}.',
	without_one: '{{count, number}} product has no label in this field and is left out.',
	without_other: '{{count, number}} products have no label in this field and are left out.',
	table:
		'In the zip lies labels.csv, which has every label as you wrote it. Dropped here again, the zip brings photos and labels back.',
	save: 'Save the zip',
	cancelHint: 'Nothing of the file is kept',
} as const;
