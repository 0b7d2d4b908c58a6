import Papa from 'papaparse';
import type { FieldName } from '../domain/field';
import { labelHeader } from './tableColumns';

/** One product in a table of labels. */
export interface LabelRow {
	/** Paths of its photos, joined by `photoSeparator`; or its name. */
	file: string;
	title: string;
	/** By field; a field without a label is left out. */
	labels: Readonly<Record<FieldName, string>>;
}

/** One product of an export. */
export interface ExportRow extends LabelRow {
	/** The taxonomy's own id; empty when nothing is suggested. */
	categoryId: string;
	/** `Apparel & Accessories > Shoes` */
	categoryPath: string;
	/** 0–1, `null` for a choice outside the suggestions. */
	probability: number | null;
	/** `accepted`, `corrected`, `threshold`, `labelled`, `suggestion`, or empty. */
	decidedBy: string;
}

/** Between the photos of one product. */
export const photoSeparator = ' | ';

/**
 * What makes a spreadsheet take a cell for a formula, by OWASP's rule ("CSV Injection"): a first character
 * out of `= + - @ TAB CR` (LF here as well, and the full-width forms that Excel takes for them in East Asian
 * locales). Such a cell gets an apostrophe in front, and so does one that has apostrophes there already, so that
 * what was written can be told from what was added.
 */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Excel reads UTF-8 only after this mark. */
const byteOrderMark = '\ufeff';

/** A cell that no spreadsheet will run. A number of our own needs no guarding. */
export function guardedCell(text: string): string {
	return formulaStart.test(text) ? `'${text}` : text;
}

/** What `guardedCell` was given. */
export function unguardedCell(cell: string): string {
	return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}

/** RFC 4180, lines ended by CR LF, with a byte order mark. */
export function csvText(header: string[], cells: string[][]): string {
	return `${byteOrderMark}${Papa.unparse([header, ...cells])}\r\n`;
}

/**
 * Suggestions, decisions and labels as a whole file. Read in again, it finds its products and brings the labels back.
 * @param fields each of them a column
 */
export function exportCsvText(rows: readonly ExportRow[], fields: readonly FieldName[]): string {
	const header = ['file', 'title', 'category_id', 'category_path', 'probability', 'decided_by'];
	const cells = rows.map((row) => [
		guardedCell(row.file),
		guardedCell(row.title),
		guardedCell(row.categoryId),
		guardedCell(row.categoryPath),
		row.probability === null ? '' : row.probability.toFixed(4),
		guardedCell(row.decidedBy),
		...labelCells(row, fields),
	]);
	return csvText([...header, ...fields.map(labelHeader)], cells);
}

/** Labels alone, in the same way. */
export function labelsCsvText(rows: readonly LabelRow[], fields: readonly FieldName[]): string {
	const cells = rows.map((row) => [
		guardedCell(row.file),
		guardedCell(row.title),
		...labelCells(row, fields),
	]);
	return csvText(['file', 'title', ...fields.map(labelHeader)], cells);
}

function labelCells({ labels }: LabelRow, fields: readonly FieldName[]): string[] {
	return fields.map((field) => guardedCell(labels[field] ?? ''));
}

export function csvBlob(text: string): Blob {
	return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
