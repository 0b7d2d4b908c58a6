import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvRow, csvBlocks, csvDelimiter } from '../../../src/formats/csv';
import { decodeText, textEncodingOf } from '../../../src/formats/textEncoding';

function read(text: string, delimiter = ','): { rows: CsvRow[]; unclosed: number[] } {
	const blocks = [...csvBlocks(text, delimiter)];
	return {
		rows: blocks.flatMap(({ rows }) => rows),
		unclosed: blocks.flatMap(({ unclosed }) => unclosed),
	};
}

const cellsOf = (text: string): string[][] => read(text).rows.map(({ cells }) => cells);

describe('csvBlocks', () => {
	it('reads back what papaparse writes', () => {
		const cell = fc
			.oneof(fc.string(), fc.constantFrom('"', ',', '\n', 'a "quoted" word', ''))
			.map((text) => text.replaceAll('\r', ''));
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
				const full = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
				expect(cellsOf(Papa.unparse(rows, { newline: '\n' }))).toEqual(full);
			}),
		);
	});

	it('names the line each row starts on', () => {
		expect(read('a,b\n\n"two\nlines",c\nd,e').rows).toEqual([
			{ line: 1, cells: ['a', 'b'] },
			{ line: 3, cells: ['two\nlines', 'c'] },
			{ line: 5, cells: ['d', 'e'] },
		]);
	});

	it('goes on after a quote that does not close', () => {
		expect(read('a,b\n1,"lost\n2,fine\n3,"also fine"\n4,"end')).toEqual({
			rows: [
				{ line: 1, cells: ['a', 'b'] },
				{ line: 3, cells: ['2', 'fine'] },
				{ line: 4, cells: ['3', 'also fine'] },
			],
			unclosed: [2, 5],
		});
	});

	it('keeps a row with an inch mark', () => {
		expect(cellsOf('1,"5" screen",x\n2,5" screen,y')).toEqual([
			['1', '5" screen', 'x'],
			['2', '5" screen', 'y'],
		]);
	});

	it('keeps lines right over many pieces, with quotes and a row that never ends', () => {
		const rows = Array.from({ length: 40_000 }, (_, i) => `${i},"title ${i}, with a comma",x`);
		rows[20_000] = '20000,"open,x';
		const { rows: found, unclosed } = read(rows.join('\n'));
		expect(unclosed).toEqual([20_001]);
		expect(found.length).toBe(39_999);
		expect(found.every(({ line, cells }) => line === Number(cells[0]) + 1)).toBe(true);
	});

	it('gives up on a row longer than any cell could be', () => {
		const text = `a,b\n1,"${'x'.repeat(3 << 20)}\n2,c`;
		expect(read(text)).toEqual({
			rows: [
				{ line: 1, cells: ['a', 'b'] },
				{ line: 3, cells: ['2', 'c'] },
			],
			unclosed: [2],
		});
	});
});

describe('csvDelimiter', () => {
	const known = (header: string): boolean => ['title', 'photo', 'price'].includes(header.trim());

	it.each([
		['title,photo\na;b;c;d,1\n', ','],
		['title;price\nShoe, red;12,50\n', ';'],
		['title\tphoto\na,b\tc', '\t'],
		['unknown;names\na;b\nc;d', ';'],
		['title\nShoe, red\nShoe', ','],
	])('%j → %j', (text, delimiter) => {
		expect(csvDelimiter(text, known)).toBe(delimiter);
	});
});

describe('decodeText', () => {
	const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
	const utf16 = (text: string): number[] =>
		[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);

	it('knows UTF-8 with and without a byte order mark', () => {
		const text = 'Größe 👟 حذاء';
		const plain = new TextEncoder().encode(text);
		expect(decodeText(plain)).toBe(text);
		expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...plain))).toBe(text);
	});

	it('knows UTF-16 with and without a byte order mark', () => {
		expect(decodeText(bytes(0xff, 0xfe, ...utf16('Größe')))).toBe('Größe');
		expect(decodeText(bytes(...utf16('title,photo')))).toBe('title,photo');
		const swapped = utf16('Größe').map((_, i, all) => all[i ^ 1] ?? 0);
		expect(decodeText(bytes(0xfe, 0xff, ...swapped))).toBe('Größe');
	});

	it('takes the rest for windows-1252', () => {
		const latin = bytes(...[...'Größe'].map((letter) => letter.charCodeAt(0)));
		expect(textEncodingOf(latin)).toBe('windows-1252');
		// Node 20 decodes 0x80–0x9f as Latin-1; that browsers do not is in the browser tests.
		expect(decodeText(latin)).toBe('Größe');
	});

	it('ends every line the same way', () => {
		expect(decodeText(new TextEncoder().encode('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
	});
});
