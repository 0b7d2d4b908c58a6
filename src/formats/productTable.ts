import type { TableDialect } from '../domain/drop';
import type { ErrorCode } from '../domain/errors';
import { type FieldName, labelFrom } from '../domain/field';
import type { Problem } from '../domain/product';
import { namedPath } from '../maths/listingNames';
import { linesProblem } from '../maths/listingProblems';
import type { ListingRow } from '../maths/listingRows';
import { csvBlocks, csvDelimiter } from './csv';
import { photoSeparator, unguardedCell } from './csvExport';
import { isPictureName, tidyPath } from './fileNames';
import { plainText } from './plainText';
import { nameOptions } from './shopifyOptions';
import { isKnownHeader, labelledField, type TableColumns, tableColumns } from './tableColumns';
import { dialectOf } from './tableDialect';
import { decodeText } from './textEncoding';

/** What a table says, and what is wrong with it. */
export interface ProductTable {
	/** Empty when there is none. */
	header: string[];
	dialect: TableDialect;
	rows: ListingRow[];
	problems: Problem[];
}

/**
 * Reads a table of products. Nothing that is wrong with it throws: a table that says nothing usable gives no
 * rows and one problem, a bad row is left out and named by its line.
 *
 * @param bytes of the whole file
 * @param path what to call it
 * @param breathe awaited every few thousand rows; throws to stop
 */
export async function readProductTable(
	bytes: Uint8Array,
	path: string,
	breathe: () => Promise<void>,
): Promise<ProductTable> {
	const { text, delimiter, firstLine } = opened(bytes);
	const rows: ListingRow[] = [];
	const unclosed: number[] = [];
	const ragged: number[] = [];
	let reader: RowReader | null = null;
	let seen = false;
	for (const block of csvBlocks(text, delimiter, firstLine)) {
		unclosed.push(...block.unclosed);
		for (const { line, cells } of block.rows) {
			seen = true;
			if (!reader) {
				reader = rowReader(cells, path);
				if (!reader) return nothing('csv-no-known-column', path, cells.filter(Boolean).join(', '));
				continue;
			}
			const row = reader.read(cells, line);
			if (row) rows.push(row);
			else ragged.push(line);
		}
		await breathe();
	}
	const problems = [
		...(reader?.problems ?? []),
		...(unclosed.length > 0 ? [linesProblem('csv-unclosed-quote', path, unclosed)] : []),
		...(ragged.length > 0 ? [linesProblem('csv-row-malformed', path, ragged)] : []),
	];
	const empty = rows.length === 0 && problems.length === 0;
	if (empty || !seen || !reader) return nothing('csv-empty', path);
	const { header } = reader;
	const { dialect } = reader;
	const isShopify = dialect === 'shopify' || dialect === 'shopify-older';
	return { header, dialect, rows: isShopify ? nameOptions(rows) : rows, problems };
}

/** Whether the beginning of a file looks like a table we know: for `.txt`, which may be anything. */
export function looksLikeProductTable(head: Uint8Array): boolean {
	const { text, delimiter } = opened(head);
	for (const { rows } of csvBlocks(text, delimiter)) {
		const [header] = rows;
		return header !== undefined && header.cells.filter(isKnownHeader).length >= 2;
	}
	return false;
}

function opened(bytes: Uint8Array): { text: string; delimiter: string; firstLine: number } {
	const text = decodeText(bytes);
	// Excel's own way of naming the delimiter: a first line `sep=;`.
	const named = /^"?sep=(.)"?\n/i.exec(text);
	if (named?.[1]) return { text: text.slice(named[0].length), delimiter: named[1], firstLine: 2 };
	return { text, delimiter: csvDelimiter(text, isKnownHeader), firstLine: 1 };
}

function nothing(code: ErrorCode, file: string, columns?: string): ProductTable {
	const detail = columns === undefined ? { file } : { file, columns: columns.slice(0, 200) };
	return { header: [], dialect: 'plain', rows: [], problems: [{ code, detail }] };
}

interface RowReader {
	header: string[];
	dialect: TableDialect;
	problems: Problem[];
	/** `null` for a row that has fewer or more cells than the header. */
	read(cells: string[], line: number): ListingRow | null;
}

/** `null` when no column is known by which a row could be shown or matched. */
function rowReader(headerCells: string[], table: string): RowReader | null {
	const header = headerCells.map((name) => name.trim());
	const columns = tableColumns(header);
	const { photo, sku, handle, title, description } = columns;
	if ([photo, sku, handle, title, description].every((column) => column < 0)) return null;
	const dialect = dialectOf(header);
	const isOurs = dialect === 'aisle';
	const attributes = attributeColumns(header, columns);
	const labels = labelColumns(header);
	// What we wrote ourselves is plain already, and markup in it is meant.
	const textOf = isOurs
		? (cell: string) => unguardedCell(cell.trim()).replace(/\s+/g, ' ')
		: plainText;
	const at = (cells: string[], column: number): string => (column < 0 ? '' : (cells[column] ?? ''));

	return {
		header,
		dialect,
		problems: doubled(header).map((column) => ({
			code: 'csv-doubled-column',
			detail: { file: table, column },
		})),
		read(cells, line) {
			if (cells.length < header.length) return null;
			// A delimiter at the end of every line is common and harmless.
			if (cells.slice(header.length).some((cell) => cell.trim() !== '')) return null;
			const row: ListingRow = {
				table,
				line,
				photos: [photo, ...columns.morePhotos].flatMap((column) => namedPhotos(at(cells, column))),
				sku: at(cells, sku).trim(),
				handle: at(cells, handle).trim(),
				title: textOf(at(cells, title)),
				description: textOf(at(cells, description)),
				attributes: Object.fromEntries(
					attributes
						.map(({ name, column }) => [name, textOf(at(cells, column))])
						.filter(([, value]) => value !== ''),
				),
				labels: Object.fromEntries(
					labels.flatMap(({ field, column }) => {
						const label = labelFrom(textOf(at(cells, column)));
						return label === null ? [] : [[field, label]];
					}),
				),
			};
			return isOurs ? ownRow(row, textOf(at(cells, photo))) : row;
		},
	};
}

/** Names that come more than once. */
function doubled(header: string[]): string[] {
	const names = header.filter((name, column) => name !== '' && header.indexOf(name) !== column);
	return [...new Set(names)];
}

/** Columns of labels, each with its field. */
function labelColumns(header: readonly string[]): { field: FieldName; column: number }[] {
	return header.flatMap((name, column) => {
		const field = labelledField(name);
		return field === null ? [] : [{ field, column }];
	});
}

/** By which a category in an export of ours was settled on by a person. */
const decidedByPerson = new Set(['accepted', 'corrected', 'labelled']);

/**
 * A row of our own export. Its first cell names photos or, for a product that has none, what the product is called.
 * Categories that nobody decided are guesses and are not read back.
 */
function ownRow(row: ListingRow, file: string): ListingRow {
	const photos = file.split(photoSeparator).map(tidyPath);
	const named = photos.every(isPictureName);
	const { category_id, category_path, probability, decided_by, ...attributes } = row.attributes;
	const decided = decidedByPerson.has(decided_by ?? '') && category_id && category_path;
	return {
		...row,
		photos: named ? photos : [],
		sku: named ? row.sku : file,
		attributes: { ...attributes, ...(decided ? { category_id, category_path } : {}) },
	};
}

/** What is neither text nor photo; SKU and handle stay readable as attributes. A doubled name gets a number. */
function attributeColumns(
	header: readonly string[],
	columns: TableColumns,
): { name: string; column: number }[] {
	const used = [columns.photo, columns.title, columns.description, ...columns.morePhotos];
	return header.flatMap((name, column) => {
		if (name === '' || used.includes(column) || labelledField(name) !== null) return [];
		const before = header.slice(0, column).filter((other) => other === name).length;
		return [{ name: before === 0 ? name : `${name} (${before + 1})`, column }];
	});
}

/** A cell may name several photos: `a.jpg|b.jpg`, `a.jpg, b.jpg`. A comma in a file name is left alone. */
function namedPhotos(cell: string): string[] {
	const parts = cell.split(/[|;,\n]/).map((part) => part.trim());
	const several = parts.filter(Boolean);
	const split = several.length > 1 && several.every((part) => isPictureName(namedPath(part)));
	return (split ? several : [cell.trim()]).map(namedPath).filter(Boolean);
}
