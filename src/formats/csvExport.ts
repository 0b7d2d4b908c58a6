import Papa from 'papaparse';

/** One product of an export. */
export interface ExportRow {
	/** Paths of its photos as they were dropped, or its name. */
	file: string;
	title: string;
	/** The taxonomy's own id; empty when nothing is suggested. */
	categoryId: string;
	/** `Apparel & Accessories > Shoes` */
	categoryPath: string;
	/** 0–1, `null` for a choice outside the suggestions. */
	probability: number | null;
	/** `accepted`, `corrected`, `threshold`, `labelled`, `suggestion`, or empty. */
	decidedBy: string;
}

const columns = ['file', 'title', 'category_id', 'category_path', 'probability', 'decided_by'];

/**
 * What makes a spreadsheet take a cell for a formula, by OWASP's rule ("CSV Injection"): a first character
 * out of `= + - @ TAB CR` (LF here as well, and the full-width forms that Excel takes for them in East Asian
 * locales). Such a cell gets an apostrophe in front.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Excel reads UTF-8 only after this mark. */
const byteOrderMark = '\ufeff';

/** A cell that no spreadsheet will run. A number of our own needs no guarding. */
export function guardedCell(text: string): string {
	return formulaStart.test(text) ? `'${text}` : text;
}

/** The whole file as text: RFC 4180, lines ended by CR LF, with a byte order mark. */
export function exportCsvText(rows: readonly ExportRow[]): string {
	const cells = rows.map((row) => [
		guardedCell(row.file),
		guardedCell(row.title),
		guardedCell(row.categoryId),
		guardedCell(row.categoryPath),
		row.probability === null ? '' : row.probability.toFixed(4),
		guardedCell(row.decidedBy),
	]);
	return `${byteOrderMark}${Papa.unparse([columns, ...cells])}\r\n`;
}

export function exportCsv(rows: readonly ExportRow[]): Blob {
	return new Blob([exportCsvText(rows)], { type: 'text/csv;charset=utf-8' });
}
