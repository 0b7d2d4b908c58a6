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
