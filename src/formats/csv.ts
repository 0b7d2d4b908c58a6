import Papa from 'papaparse';

/*
 * Reading CSV row by row, forgivingly. papaparse knows the grammar; what it does not do is go on after an
 * unclosed quote, which swallows the rest of the file. So it is given pieces and asked for one row at a
 * time, and a row whose quotes do not close is left out by the line it starts on.
 */

export interface CsvRow {
	/** The line it starts on; the first line of the file is 1. */
	line: number;
	cells: string[];
}

/** The rows of one piece of the text. */
export interface CsvBlock {
	rows: CsvRow[];
	/** Lines on which a quote opens that never closes. */
	unclosed: number[];
}

/** Characters parsed at a time: some thousand rows, a few milliseconds. */
const pieceLength = 1 << 18;

/** A row longer than this has lost its closing quote; an Excel cell holds at most 32,767 characters. */
const longestRow = 1 << 20;

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Which character parts the columns: the one under which the first row has the most names that are known,
 * and papaparse's guess where that does not decide (titles are full of commas, so counting alone errs).
 *
 * @param text normalised to `\n`
 */
export function csvDelimiter(text: string, isKnown: (header: string) => boolean): string {
	const head = text.slice(0, pieceLength);
	const known = delimiters.map((delimiter) => {
		const header =
			Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 1 }).data[0] ?? [];
		return header.filter(isKnown).length;
	});
	const most = Math.max(...known);
	const best = delimiters.filter((_, i) => known[i] === most);
	if (best.length === 1 && best[0]) return best[0];
	return Papa.parse(head, { newline: '\n', delimitersToGuess: [...best], preview: 20 }).meta
		.delimiter;
}

/**
 * The rows of a text, block by block so that the caller can breathe between them. Empty lines are skipped,
 * and rows of nothing but empty cells.
 * @param text normalised to `\n`
 * @param firstLine number of the text's first line in its file
 */
export function* csvBlocks(text: string, delimiter: string, firstLine = 1): Generator<CsvBlock> {
	let position = 0;
	let line = firstLine;
	let length = pieceLength;
	while (position < text.length) {
		const isLast = position + length >= text.length;
		const piece = readPiece(text.slice(position, position + length), delimiter, isLast);
		const block: CsvBlock = { rows: [], unclosed: [] };
		let counted = position;
		const lineAt = (offset: number): number => {
			line += newlines(text, counted, offset);
			counted = offset;
			return line;
		};
		for (const { start, cells } of piece.rows)
			if (cells.some((cell) => cell.trim() !== ''))
				block.rows.push({ line: lineAt(position + start), cells });
		position += piece.end;
		lineAt(position);
		const none = piece.end === 0;
		if (piece.unclosed || (none && !isLast && length >= longestRow)) {
			block.unclosed.push(line);
			const newline = text.indexOf('\n', position);
			position = newline < 0 ? text.length : newline + 1;
			line++;
			length = pieceLength;
		} else length = none ? length * 4 : pieceLength;
		yield block;
	}
}

interface Piece {
	/** `start` counts from the start of the piece. */
	rows: { start: number; cells: string[] }[];
	/** Where the first row that was not read starts. */
	end: number;
	/** That row's quotes do not close. */
	unclosed: boolean;
}

function readPiece(text: string, delimiter: string, isLast: boolean): Piece {
	const piece: Piece = { rows: [], end: 0, unclosed: false };
	const parser = new Papa.Parser({
		delimiter,
		newline: '\n',
		step({ data, errors, meta }: Papa.ParseResult<string[]>) {
			const lines = text.slice(piece.end, meta.cursor).trimEnd();
			// A lone inch mark (`"5" screen"`) breaks the grammar too, but harms nothing beyond its line.
			const broken = errors.some(({ code }) => code === 'MissingQuotes' || lines.includes('\n'));
			if (broken) {
				piece.unclosed = true;
				parser.abort();
				return;
			}
			for (const cells of data) piece.rows.push({ start: piece.end, cells });
			piece.end = meta.cursor;
		},
	});
	parser.parse(text, 0, !isLast);
	return piece;
}

function newlines(text: string, from: number, to: number): number {
	let count = 0;
	for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
		count++;
	return count;
}
