import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
	type ExportRow,
	exportCsvText,
	guardedCell,
	labelsCsvText,
	unguardedCell,
} from '../../../src/formats/csvExport';

const row: ExportRow = {
	file: 'shoes/1.jpg',
	title: 'Red "Runner", size 42',
	categoryId: '187',
	categoryPath: 'Apparel & Accessories > Shoes',
	probability: 0.91239,
	decidedBy: 'accepted',
	labels: { colour: 'red' },
};

describe('exportCsvText', () => {
	it('writes the columns of the export, with a mark for Excel', () => {
		expect(exportCsvText([row], [])).toBe(
			'\ufefffile,title,category_id,category_path,probability,decided_by\r\n' +
				'shoes/1.jpg,"Red ""Runner"", size 42",187,Apparel & Accessories > Shoes,0.9124,accepted\r\n',
		);
	});

	it('adds a column for each field', () => {
		expect(exportCsvText([row], ['colour', 'size, cm'])).toMatch(
			/decided_by,label:colour,"label:size, cm"\r\n.*accepted,red,\r\n$/,
		);
		expect(labelsCsvText([row], ['colour'])).toBe(
			'\ufefffile,title,label:colour\r\nshoes/1.jpg,"Red ""Runner"", size 42",red\r\n',
		);
	});

	it('writes the header alone when there is nothing', () => {
		expect(Papa.parse(exportCsvText([], []), { skipEmptyLines: true }).data).toHaveLength(1);
	});

	it('comes back as it went, but for the apostrophe before a formula', () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom(
				'=1+1',
				'+49',
				'-5',
				'@sum',
				'\tx',
				'\rx',
				'a,"b"',
				'two\nlines',
				'  padded ',
			),
		);
		const rows = fc.array(
			fc.record({
				file: text,
				title: text,
				categoryId: text,
				categoryPath: text,
				probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
				decidedBy: text,
				labels: fc.record({ colour: text }),
			}),
		);
		fc.assert(
			fc.property(rows, (written) => {
				const csv = exportCsvText(written, ['colour']).slice(1);
				const [, ...read] = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data;
				expect(read.pop()).toEqual(['']);
				expect(read).toEqual(
					written.map((row) => [
						guardedCell(row.file),
						guardedCell(row.title),
						guardedCell(row.categoryId),
						guardedCell(row.categoryPath),
						row.probability === null ? '' : row.probability.toFixed(4),
						guardedCell(row.decidedBy),
						guardedCell(row.labels.colour),
					]),
				);
				for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
			}),
		);
	});
});

describe('guardedCell', () => {
	it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1'])('guards %j', (text) => {
		expect(guardedCell(text)).toBe(`'${text}`);
	});

	it('can be taken back', () => {
		const text = fc.string({ unit: fc.constantFrom("'", '=', '+', 'a', '\t', '＠') });
		fc.assert(fc.property(text, (cell) => unguardedCell(guardedCell(cell)) === cell));
	});

	it.each(['', 'Shoe', "'quoted", ' =not first', '5-pack'])('leaves %j', (text) => {
		expect(guardedCell(text)).toBe(text);
	});
});
