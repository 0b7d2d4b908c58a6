import { pathSeparator } from './taxonomy';

/** Something to predict: category, colour, gender, sentiment. Its name is its identity. */
export type FieldName = string;

/** Where a label came from: a folder's name, a column of the spreadsheet, the grid, or a decision in Sort. */
export type LabelSource = 'folder' | 'column' | 'grid' | 'sort';

/** What a product is in one field; a product has at most one label per field. */
export interface LabelAssignment {
	field: FieldName;
	productId: string;
	/** As `labelFrom` leaves it. May be a path: `Home & Garden > Plants`. */
	label: string;
	by: LabelSource;
	/** Milliseconds since 1970. */
	at: number;
}

/**
 * A label as a person or a spreadsheet wrote it, in the one spelling under which it is stored: Unicode NFC,
 * no space at the ends of the label or of a level of its path, runs of white space as one space.
 * @returns `null` when nothing is left
 */
export function labelFrom(text: string): string | null {
	const levels = text
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.split(pathSeparator.trim())
		.map((level) => level.trim())
		.filter((level) => level !== '');
	return levels.length === 0 ? null : levels.join(pathSeparator);
}

/** The levels of a label from the top down; one for a label that is no path. */
export function labelLevels(label: string): string[] {
	return label.split(pathSeparator);
}

/** A change of one product's label in one field; `null` takes it away. */
export interface LabelChange {
	field: FieldName;
	productId: string;
	label: LabelAssignment | null;
}

/** Where a whole field's labels are read from. */
export type FieldSource =
	/** Names of the folders that the photos lie in, `level` folders above the file (1 is the nearest). */
	| { kind: 'folder'; level: number }
	/** A column of the spreadsheet, by header. */
	| { kind: 'column'; column: string }
	/** What was decided in Sort in a taxonomy, one path a category. */
	| { kind: 'decisions'; taxonomyId: string };

const fieldPrefix = 'field:';

/** Under this id Sort sorts into a field's labels, by the head that is active for it. */
export function fieldTaxonomyId(field: FieldName): string {
	return fieldPrefix + field;
}

/** The field that a taxonomy id stands for; `null` for a real taxonomy. */
export function fieldOfTaxonomy(taxonomyId: string): FieldName | null {
	return taxonomyId.startsWith(fieldPrefix) ? taxonomyId.slice(fieldPrefix.length) : null;
}
