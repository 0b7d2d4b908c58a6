import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListingPhoto, listings } from '../../../src/maths/listing';
import type { ListingRow } from '../../../src/maths/listingRows';

const photo = (path: string, productId: string | null = null): ListingPhoto => ({
	path,
	photoId: `id of ${path}`,
	problem: null,
	productId,
});

const row = (of: Partial<ListingRow>): ListingRow => ({
	table: 'shop.csv',
	line: 2,
	photos: [],
	sku: '',
	handle: '',
	title: '',
	description: '',
	attributes: {},
	labels: {},
	...of,
});

/** Paths per card. */
function cards(paths: string[], rows: ListingRow[] = []): string[][] {
	return listings(
		paths.map((path) => photo(path)),
		rows,
	).listings.map((listing) => listing.photos.map(({ path }) => path));
}

describe('photos without rows', () => {
	it.each([
		['a count after a separator', ['shoe-1.jpg', 'shoe-2.jpg']],
		['a count in brackets', ['shoe (1).jpg', 'shoe (2).png']],
		['one without a count', ['shoe.jpg', 'shoe_2.jpg', 'shoe_3.jpg']],
		['views', ['shoe_back.jpg', 'shoe_front.jpg']],
		['an article number with a count', ['10004_1.jpg', '10004_2.jpg']],
		['whatever the case', ['Red Shoe 1.JPG', 'red shoe 2.jpg']],
	])('are one listing: %s', (_, paths) => {
		expect(cards(paths)).toEqual([paths]);
	});

	it.each([
		['numbers', ['10004.jpg', '10012.jpg']],
		['a camera', ['IMG_0001.jpg', 'IMG_0002.jpg', 'IMG_0003.jpg']],
		['a camera with dates', ['IMG_20240501_1.jpg', 'IMG_20240501_2.jpg']],
		['no separator', ['photo1.jpg', 'photo2.jpg', 'shoe1.jpg', 'shoe2.jpg']],
		['photos counted', ['photo-1.jpg', 'photo-2.jpg']],
		['dates', ['2024-05-1.jpg', '2024-05-2.jpg']],
		['models', ['iphone-11.jpg', 'iphone-12.jpg']],
		['a data set', Array.from({ length: 40 }, (_, i) => `bag_${i + 1}.jpg`)],
		['folders', ['a/shoe-1.jpg', 'b/shoe-2.jpg']],
		['downloads', ['images (1).jpg', 'images (2).jpg']],
	])('are apart: %s', (_, paths) => {
		expect(cards(paths)).toEqual(paths.map((path) => [path]));
	});

	it('have a name and no title', () => {
		const [listing] = listings([photo('a/red-running-shoe.jpg')], []).listings;
		expect(listing).toMatchObject({ name: 'red-running-shoe.jpg', title: '', hasRow: false });
	});
});

describe('rows', () => {
	it('find photos by name, whatever case, folder and extension', () => {
		const rows = ['A.JPG', 'photos/b.png', 'c'].map((name) => row({ photos: [name], title: name }));
		expect(cards(['x/a.jpg', 'x/b.jpg', 'x/c.webp'], rows)).toEqual([
			['x/a.jpg'],
			['x/b.jpg'],
			['x/c.webp'],
		]);
	});

	it('find photos by SKU and handle, whole words only, the longest first', () => {
		const rows = [
			row({ sku: 'SKU-1', title: 'one' }),
			row({ sku: 'SKU-12', title: 'twelve' }),
			row({ sku: 'SKU-1-2', title: 'one two' }),
			row({ handle: 'red-shoe', title: 'red' }),
			row({ sku: '5', title: 'five' }),
			row({ sku: 'in-folder', title: 'folder' }),
		];
		const paths = [
			'5-star-hotel.jpg',
			'5_1.jpg',
			'in-folder/front.jpg',
			'red-shoe_side.jpg',
			'SKU-1_2.jpg',
			'SKU-1-2.jpg',
			'SKU-12_a.jpg',
		];
		expect(cards(paths, rows)).toEqual([
			['SKU-1_2.jpg'],
			['SKU-12_a.jpg'],
			['SKU-1-2.jpg'],
			['red-shoe_side.jpg'],
			['5_1.jpg'],
			['in-folder/front.jpg'],
			['5-star-hotel.jpg'],
		]);
	});

	it('with one handle are one product, with the first text and all photos', () => {
		const rows = [
			row({ handle: 'h', title: 'Shoe', photos: ['a.jpg'], attributes: { size: 'S' } }),
			row({ handle: 'h', photos: ['b.jpg'], attributes: { size: 'M', colour: 'red' } }),
			row({ sku: 'V2' }),
		];
		const { listings: found, problems } = listings(
			['a.jpg', 'b.jpg', 'V2_1.jpg'].map((p) => photo(p)),
			rows,
		);
		expect(problems).toEqual([]);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({
			name: 'h',
			title: 'Shoe',
			attributes: { size: 'S', colour: 'red' },
		});
		expect(found[0]?.photos).toHaveLength(3);
	});

	it('with one SKU are one product unless their titles differ', () => {
		const rows = [
			row({ sku: 'A', title: 'Shoe', photos: ['a1.jpg'] }),
			row({ sku: 'A', title: 'Shoe', photos: ['a2.jpg'] }),
			row({ sku: 'A', title: 'Boot', photos: ['b.jpg'] }),
		];
		expect(cards(['a1.jpg', 'a2.jpg', 'b.jpg'], rows)).toEqual([['a1.jpg', 'a2.jpg'], ['b.jpg']]);
	});

	it('draw the photos of the same stem to them', () => {
		const rows = [row({ title: 'Shoe', photos: ['shoe-1.jpg'] })];
		expect(cards(['shoe-1.jpg', 'shoe-2.jpg', 'bag.jpg'], rows)).toEqual([
			['shoe-1.jpg', 'shoe-2.jpg'],
			['bag.jpg'],
		]);
	});

	it('without a photo keep their title, and say which photo is missing', () => {
		const { listings: found } = listings(
			[],
			[row({ title: 'Shoe', photos: ['gone.jpg', 'b.jpg'] })],
		);
		expect(found).toMatchObject([
			{
				title: 'Shoe',
				photos: [],
				problems: [
					{
						code: 'csv-photo-missing',
						detail: { photo: 'gone.jpg', count: 2, photos: 'gone.jpg | b.jpg' },
					},
				],
			},
		]);
	});

	it('with nothing to show make no card', () => {
		const rows = [row({ sku: 'A', line: 5 }), row({ photos: ['gone.jpg'], line: 6 })];
		expect(listings([], rows)).toEqual({
			listings: [],
			problems: [
				{
					code: 'csv-photo-missing',
					detail: { file: 'shop.csv', count: 1, lines: '6', photo: 'gone.jpg' },
				},
				{ code: 'csv-row-empty', detail: { file: 'shop.csv', count: 1, lines: '5' } },
			],
		});
	});

	it('tell two files with one name apart by folder, or say that they cannot', () => {
		const paths = ['blue/1.jpg', 'red/1.jpg'];
		expect(cards(paths, [row({ title: 'x', photos: ['shop/red/1.jpg'] })])[0]).toEqual([
			'red/1.jpg',
		]);
		const { listings: found } = listings(
			paths.map((p) => photo(p)),
			[row({ title: 'x', photos: ['1.jpg'] })],
		);
		expect(found[0]?.problems).toEqual([
			{
				code: 'file-name-twice',
				detail: { file: '1.jpg', photo: '1.jpg', taken: 'blue/1.jpg', other: 'red/1.jpg' },
			},
		]);
		expect(found[1]?.photos.map(({ path }) => path)).toEqual(['red/1.jpg']);
	});

	it('note a title that the network will not read to its end', () => {
		const { listings: found } = listings([], [row({ title: 'x'.repeat(5000) })]);
		expect(found[0]?.title).toHaveLength(5000);
		expect(found[0]?.problems).toEqual([
			{ code: 'note-title-truncated', detail: { characters: 5000 } },
		]);
	});
});

describe('photos already in the catalogue', () => {
	it('make no card by themselves, but take new ones of their stem along', () => {
		const found = listings(
			[photo('shoe-1.jpg', 'p1'), photo('bag.jpg', 'p2'), photo('shoe-2.jpg')],
			[],
		);
		expect(found.listings.map(({ photos }) => photos.map(({ path }) => path))).toEqual([
			['shoe-1.jpg', 'shoe-2.jpg'],
		]);
	});

	it('are second choice for a row', () => {
		const { listings: found } = listings(
			[photo('old/1.jpg', 'p1'), photo('new/1.jpg')],
			[row({ title: 'x', photos: ['1.jpg'] })],
		);
		expect(found[0]?.photos.map(({ path }) => path)).toEqual(['new/1.jpg']);
		expect(found[0]?.problems).toEqual([]);
	});
});

describe('whatever is dropped', () => {
	const name = fc.constantFrom('shoe', 'IMG', 'A-1', '10004', 'bag', 'x y', '图', '');
	const suffix = fc.constantFrom('', '-1', '_2', ' (3)', '_front', '-40', '7');
	const folder = fc.constantFrom('', 'a/', 'a/b/', 'A-1/');
	const paths = fc.uniqueArray(
		fc
			.tuple(folder, name, suffix, fc.constantFrom('.jpg', '.PNG', ''))
			.map((parts) => parts.join('')),
	);
	const rows = fc.array(
		fc.record({
			photos: fc.array(
				fc.tuple(name, suffix).map(([a, b]) => `${a}${b}.jpg`),
				{ maxLength: 2 },
			),
			sku: fc.constantFrom('', 'A-1', '10004'),
			handle: fc.constantFrom('', 'shoe', 'bag'),
			title: fc.constantFrom('', 'A title'),
		}),
	);

	it('every photo lands on exactly one card, or on those of all rows that name it', () => {
		fc.assert(
			fc.property(paths, rows, (all, said) => {
				const listing = cards(
					all,
					said.map((of) => row(of)),
				);
				expect(new Set(listing.flat())).toEqual(new Set(all));
				if (said.every(({ photos }) => photos.length === 0))
					expect(listing.flat()).toHaveLength(all.length);
			}),
		);
	});

	it('the order in which files arrive does not matter', () => {
		const shuffled = paths.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
		);
		fc.assert(
			fc.property(shuffled, rows, ([all, mixed], said) => {
				const table = said.map((of) => row(of));
				expect(cards(mixed, table)).toEqual(cards(all, table));
			}),
		);
	});
});
