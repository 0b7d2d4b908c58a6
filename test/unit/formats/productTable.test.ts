import { describe, expect, it } from 'vitest';
import { type ExportRow, exportCsvText } from '../../../src/formats/csvExport';
import { looksLikeProductTable, readProductTable } from '../../../src/formats/productTable';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readProductTable(bytes(text), 'shop.csv', async () => {});

describe('readProductTable', () => {
	it('reads padded headers and cells', async () => {
		const { rows, problems } = await read(
			'photo      , title  ,colour\n a.jpg , Red shoe , red \n',
		);
		expect(problems).toEqual([]);
		expect(rows).toEqual([
			{
				table: 'shop.csv',
				line: 2,
				photos: ['a.jpg'],
				sku: '',
				handle: '',
				labels: {},
				title: 'Red shoe',
				description: '',
				attributes: { colour: 'red' },
			},
		]);
	});

	it('knows the current export of Shopify', async () => {
		const { rows } = await read(
			'Title,URL handle,Description,Vendor,Product category,Type,Tags,SKU,Product image URL,Image position\n' +
				'Red shoe,red-shoe,<p>Soft</p>,Acme,,,,R-1,https://cdn.example/files/red%20shoe.jpg?v=17,1\n',
		);
		expect(rows[0]).toMatchObject({
			handle: 'red-shoe',
			sku: 'R-1',
			title: 'Red shoe',
			description: 'Soft',
			photos: ['red shoe.jpg'],
			attributes: { Vendor: 'Acme', SKU: 'R-1', 'Image position': '1' },
		});
	});

	it('knows the older export of Shopify', async () => {
		const { rows } = await read(
			'Handle,Title,Body (HTML),Vendor,Variant SKU,Image Src,Image Position,Image Alt Text\n' +
				'red-shoe,Red shoe,<b>Soft</b> &amp; light,Acme,R-1,https://cdn.example/a.jpg,1,A shoe\n',
		);
		expect(rows[0]).toMatchObject({
			handle: 'red-shoe',
			sku: 'R-1',
			description: 'Soft & light',
			photos: ['a.jpg'],
		});
	});

	it('knows a Google Merchant feed, with spaces or underscores', async () => {
		for (const name of ['image_link', 'image link']) {
			const { rows } = await read(
				`id\ttitle\tdescription\tlink\t${name}\tadditional_image_link\tproduct_type\n` +
					'7\tRed shoe\tSoft\thttps://x.example/7\thttps://x.example/7.jpg\thttps://x.example/7_2.jpg,https://x.example/7_3.jpg\tApparel > Shoes\n',
			);
			expect(rows[0]).toMatchObject({
				sku: '7',
				photos: ['7.jpg', '7_2.jpg', '7_3.jpg'],
				attributes: { product_type: 'Apparel > Shoes' },
			});
		}
	});

	it('leaves a comma in a file name alone', async () => {
		const { rows } = await read('photo,title\n"shoe, red.jpg",x\n"a.jpg, b.jpg",y\n');
		expect(rows.map(({ photos }) => photos)).toEqual([['shoe, red.jpg'], ['a.jpg', 'b.jpg']]);
	});

	it('names ragged rows and unclosed quotes by line, and reads the rest', async () => {
		const { rows, problems } = await read(
			'photo,title\na.jpg,A\nb.jpg\nc.jpg,C,too,many\nd.jpg,"lost\ne.jpg,E,\n',
		);
		expect(rows.map(({ title }) => title)).toEqual(['A', 'E']);
		expect(problems).toEqual([
			{ code: 'csv-unclosed-quote', detail: { file: 'shop.csv', count: 1, lines: '5' } },
			{ code: 'csv-row-malformed', detail: { file: 'shop.csv', count: 2, lines: '3, 4' } },
		]);
	});

	it('takes the first of doubled columns and says so', async () => {
		const { rows, problems } = await read('title,title,size,size\nA,B,S,M\n');
		expect(rows[0]).toMatchObject({ title: 'A', attributes: { size: 'S', 'size (2)': 'M' } });
		expect(problems.map(({ code, detail }) => [code, detail.column])).toEqual([
			['csv-doubled-column', 'title'],
			['csv-doubled-column', 'size'],
		]);
	});

	it('counts lines of the file when Excel names the delimiter on the first', async () => {
		const { rows } = await read('sep=;\r\nphoto;title\r\na.jpg;"Shoe; red"\r\n');
		expect(rows[0]).toMatchObject({ line: 3, title: 'Shoe; red' });
	});

	it.each([
		['', 'csv-empty'],
		['title,photo\n', 'csv-empty'],
		['\n\n', 'csv-empty'],
		['size,weight\n1,2\n', 'csv-no-known-column'],
	])('%j: %s', async (text, code) => {
		const { rows, problems } = await read(text);
		expect(rows).toEqual([]);
		expect(problems.map((problem) => problem.code)).toEqual([code]);
	});

	it('keeps emoji, right-to-left text and very long titles', async () => {
		const long = 'x'.repeat(5000);
		const { rows } = await read(`title\n👟 Schuh\nحذاء\n${long}\n`);
		expect(rows.map(({ title }) => title)).toEqual(['👟 Schuh', 'حذاء', long]);
	});

	it('reads 100,000 rows, breathing between', async () => {
		const text = Array.from({ length: 100_000 }, (_, i) => `${i}.jpg,Shoe number ${i},"red, blue"`);
		let breaths = 0;
		const table = bytes(`photo,title,colour\n${text.join('\n')}`);
		const { rows } = await readProductTable(table, 'shop.csv', async () => {
			breaths++;
		});
		expect(rows).toHaveLength(100_000);
		expect(breaths).toBeGreaterThan(10);
	}, 30_000);
});

describe('looksLikeProductTable', () => {
	it.each([
		['id\ttitle\timage_link\n', true],
		['Dear customer, title and photo\n', false],
		['', false],
	])('%j → %s', (text, expected) => {
		expect(looksLikeProductTable(bytes(text))).toBe(expected);
	});
});

describe('our own export', () => {
	const rows: ExportRow[] = [
		{
			file: 'p/a, b.jpg | p/c.jpg',
			title: 'Size <M>, "x" &amp; y',
			labels: { colour: "='red", 'a, b': 'Home & Garden > Plants' },
			categoryId: '166',
			categoryPath: 'Apparel & Accessories',
			probability: 0.5,
			decidedBy: 'accepted',
		},
		{
			file: 'SKU-1',
			title: '-50 % lamp',
			labels: {},
			categoryId: '1',
			categoryPath: 'Guess',
			probability: 0.5,
			decidedBy: 'suggestion',
		},
	];
	const read = (text: string) =>
		readProductTable(new TextEncoder().encode(text), 'x.csv', async () => {});

	it('comes back with its photos, texts and labels, and without guesses', async () => {
		const { dialect, rows: found } = await read(exportCsvText(rows, ['colour', 'a, b']));
		expect(dialect).toBe('aisle');
		expect(found).toMatchObject([
			{
				photos: ['p/a, b.jpg', 'p/c.jpg'],
				title: 'Size <M>, "x" &amp; y',
				attributes: { category_id: '166', category_path: 'Apparel & Accessories' },
				labels: { colour: "='red", 'a, b': 'Home & Garden > Plants' },
			},
			{ photos: [], sku: 'SKU-1', title: '-50 % lamp', attributes: {}, labels: {} },
		]);
	});

	it('is known again after a spreadsheet has written it with semicolons', async () => {
		const { dialect, rows: found } = await read(
			'\ufefffile;title;label:colour\r\na.jpg;"Lamp; red";"rot; hell"\r\n',
		);
		expect(dialect).toBe('aisle');
		expect(found).toMatchObject([
			{ photos: ['a.jpg'], title: 'Lamp; red', labels: { colour: 'rot; hell' } },
		]);
	});

	it('lends its columns of labels to any table', async () => {
		const { dialect, rows: found } = await read('sku,title,Label: colour\nA,Lamp, deep  red \n');
		expect(dialect).toBe('plain');
		expect(found).toMatchObject([{ attributes: { sku: 'A' }, labels: { colour: 'deep red' } }]);
	});
});
