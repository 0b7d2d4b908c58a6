import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/domain/product';
import { type ListingPhoto, listings } from '../../../src/maths/listing';
import { mergeListings } from '../../../src/maths/listingMerge';
import type { ListingRow } from '../../../src/maths/listingRows';
import { waitingRows } from '../../../src/maths/listingWaiting';

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

const photoOf = (path: string): ListingPhoto => ({
	path,
	photoId: path,
	problem: null,
	productId: null,
});

/** A catalogue that is dropped on, as `assemble` does it, with the path as the photo's id. */
function dropOn(catalogue: Product[], paths: string[], rows: ListingRow[] = []): Product[] {
	const owner = new Map(
		catalogue.flatMap(({ id, photos }) => photos.map(({ path }) => [path, id])),
	);
	const all = new Set([...paths, ...owner.keys()]);
	const photos = [...all].map(
		(path): ListingPhoto => ({
			path,
			photoId: path,
			problem: null,
			productId: owner.get(path) ?? null,
		}),
	);
	const made = listings(photos, [...rows, ...waitingRows(catalogue, rows)]).listings;
	let next = catalogue.length;
	const { added, changed } = mergeListings(made, catalogue, {
		importId: 'i',
		order: catalogue.length,
		newId: () => `p${next++}`,
	});
	const now = new Map([...catalogue, ...changed, ...added].map((product) => [product.id, product]));
	return [...now.values()];
}

const seen = (products: Product[]): string[][] =>
	products.map(({ title, photos }) => [title, ...photos.map(({ path }) => path)]);

const shop = [
	row({ photos: ['a.jpg'], title: 'A', attributes: { size: 'S' } }),
	row({ sku: 'B-1', title: 'B' }),
];

describe('mergeListings', () => {
	it('adds nothing when everything is dropped again', () => {
		const once = dropOn([], ['a.jpg', 'B-1_2.jpg', 'c.jpg'], shop);
		expect(seen(once)).toEqual([
			['A', 'a.jpg'],
			['B', 'B-1_2.jpg'],
			['', 'c.jpg'],
		]);
		expect(dropOn(once, ['a.jpg', 'B-1_2.jpg', 'c.jpg'], shop)).toEqual(once);
		expect(dropOn(once, [], shop)).toEqual(once);
		expect(dropOn(once, ['c.jpg'])).toEqual(once);
	});

	it('ends the same whichever comes first, photos or table', () => {
		const paths = ['x/a.jpg', 'x/B-1_1.jpg', 'x/B-1_2.jpg'];
		const tableLast = dropOn(dropOn([], paths), [], shop);
		const tableFirst = dropOn(dropOn([], [], shop), paths);
		const together = dropOn([], paths, shop);
		expect(seen(together)).toEqual([
			['A', 'x/a.jpg'],
			['B', 'x/B-1_1.jpg', 'x/B-1_2.jpg'],
		]);
		expect(seen(tableFirst)).toEqual(seen(together));
		expect(seen(tableLast)).toEqual(expect.arrayContaining(seen(together)));
		for (const products of [tableFirst, tableLast])
			expect(products.flatMap(({ problems }) => problems)).toEqual([]);
	});

	it('keeps the id of a card that gets its row later', () => {
		const [card] = dropOn([], ['a.jpg']);
		const [same, ...others] = dropOn(
			card ? [card] : [],
			[],
			[row({ photos: ['a.jpg'], title: 'A' })],
		);
		expect(others).toEqual([]);
		expect(same).toMatchObject({ id: card?.id, order: card?.order, title: 'A' });
	});

	it('still waits for a photo that has not come', () => {
		const waiting = dropOn([], [], [row({ photos: ['a.jpg', 'b.jpg'], title: 'A' })]);
		const half = dropOn(waiting, ['b.jpg']);
		expect(half[0]?.problems).toMatchObject([
			{ code: 'csv-photo-missing', detail: { photo: 'a.jpg', count: 1 } },
		]);
		const whole = dropOn(half, ['a.jpg']);
		expect(seen(whole)).toEqual([['A', 'b.jpg', 'a.jpg']]);
		expect(whole[0]?.problems).toEqual([]);
	});

	it('adds a further photo of a listing to its card', () => {
		expect(seen(dropOn(dropOn([], ['shoe-1.jpg', 'shoe-2.jpg']), ['shoe-3.jpg']))).toEqual([
			['', 'shoe-1.jpg', 'shoe-2.jpg', 'shoe-3.jpg'],
		]);
	});

	it('takes equal rows of one table for one product', () => {
		expect(seen(dropOn([], [], [row({ title: 'A' }), row({ title: 'A', line: 3 })]))).toEqual([
			['A'],
		]);
	});

	it('says on new cards which other card has the same photo', () => {
		const rows = [row({ photos: ['a.jpg'], title: 'A' }), row({ photos: ['a.jpg'], title: 'B' })];
		expect(dropOn([], ['a.jpg'], rows).map(({ problems }) => problems)).toEqual([
			[{ code: 'note-same-photo', detail: { file: 'a.jpg', other: 'B' } }],
			[{ code: 'note-same-photo', detail: { file: 'a.jpg', other: 'A' } }],
		]);
	});
});

describe('where a product stands in its tables', () => {
	it('is kept with what its further rows say otherwise', () => {
		const shirts = [
			row({ line: 2, handle: 'shirt', title: 'Shirt', attributes: { colour: 'Red', size: 'S' } }),
			row({ line: 3, handle: 'shirt', attributes: { colour: 'Blue', fit: 'Slim' } }),
		];
		const [shirt] = dropOn([], [], shirts);
		expect(shirt?.rows).toEqual([
			{ table: 'shop.csv', line: 2, differs: {} },
			{ table: 'shop.csv', line: 3, differs: { colour: 'Blue' } },
		]);
		// A photo that comes later finds the product; the row it waited with is still its own.
		expect(dropOn([shirt as Product], ['shirt.jpg'])[0]?.rows).toEqual(shirt?.rows);
	});

	it('is nowhere for a photo alone, until its table comes', () => {
		const photo = dropOn([], ['a.jpg']);
		expect(photo[0]?.rows).toEqual([]);
		expect(dropOn(photo, ['a.jpg'], shop)[0]?.rows).toEqual([
			{ table: 'shop.csv', line: 2, differs: {} },
		]);
	});
});

describe('a table that is dropped again as it is now', () => {
	const before = [
		row({ sku: 'A', title: 'Shoe', line: 2, attributes: { sku: 'A', price: '9' } }),
		row({ photos: ['b.jpg'], title: 'Boot', line: 3, attributes: { price: '20' } }),
		row({ title: 'Sandal', line: 4, attributes: { price: '5' } }),
	];
	const ids = (products: Product[]) => products.map(({ id }) => id);

	it.each([
		['with a column more', (of: ListingRow) => ({ ...of.attributes, colour: 'red' })],
		['with other prices', (of: ListingRow) => ({ ...of.attributes, price: '1' })],
	])('%s, brings its products up to date and makes no new ones', (_, now) => {
		const once = dropOn([], ['b.jpg'], before);
		const rows = before.map((of) => ({ ...of, attributes: now(of) }));
		const twice = dropOn(once, [], rows);
		expect(ids(twice)).toEqual(ids(once));
		expect(twice.map(({ attributes }) => attributes)).toEqual(rows.map((of) => of.attributes));
		expect(twice.map(({ rows: of }) => of)).toEqual(once.map(({ rows: of }) => of));
		expect(dropOn(twice, [], rows)).toEqual(twice);
	});

	it('under another name and in another order, too', () => {
		const once = dropOn([], ['b.jpg'], before);
		const rows = before
			.map((of, at) => ({
				...of,
				table: 'shop (1).csv',
				line: 9 - at,
				attributes: { ...of.attributes, colour: 'red' },
			}))
			.reverse();
		const twice = dropOn(once, [], rows);
		expect(ids(twice)).toEqual(ids(once));
		expect(twice.map(({ attributes }) => attributes.colour)).toEqual(['red', 'red', 'red']);
	});

	it('keeps variants apart that share photo and title, whichever row comes first', () => {
		const variant = (size: string, line: number) =>
			row({ photos: ['a.jpg'], title: 'Shirt', line, attributes: { size } });
		const once = dropOn([], ['a.jpg'], [variant('S', 2), variant('M', 3)]);
		expect(once).toHaveLength(2);
		const more = dropOn(once, [], [variant('L', 2), variant('M', 3), variant('S', 4)]);
		expect(more.map(({ attributes }) => attributes.size).sort()).toEqual(['L', 'M', 'S']);
		const coloured = [variant('M', 2), variant('S', 3)].map((of) => ({
			...of,
			attributes: { ...of.attributes, colour: 'red' },
		}));
		const known = dropOn(once, [], coloured);
		expect(known.map(({ attributes }) => attributes)).toEqual([
			{ size: 'S', colour: 'red' },
			{ size: 'M', colour: 'red' },
		]);
	});

	it('takes other products of the same name for new ones', () => {
		const once = dropOn(
			[],
			['x/1.jpg'],
			[row({ photos: ['x/1.jpg'], title: 'Shoe', attributes: { colour: 'red' } })],
		);
		const twice = dropOn(
			once,
			['y/1.jpg'],
			[
				row({
					table: 'other.csv',
					photos: ['y/1.jpg'],
					title: 'Shoe',
					attributes: { colour: 'blue' },
				}),
			],
		);
		expect(seen(twice)).toEqual([
			['Shoe', 'x/1.jpg'],
			['Shoe', 'y/1.jpg'],
		]);
	});
});

describe('photos in folders with a table, dropped on the products they came from', () => {
	const again = (catalogue: Product[], rows: ListingRow[], ids: Record<string, string>) => {
		const photos = Object.entries(ids).map(
			([path, photoId]): ListingPhoto => ({ path, photoId, problem: null, productId: null }),
		);
		let next = 0;
		return mergeListings(listings(photos, rows).listings, catalogue, {
			importId: 'j',
			order: catalogue.length,
			newId: () => `new${next++}`,
		});
	};

	it('make no product twice, with a title or without', () => {
		const here = dropOn(
			[],
			['x/a.jpg', 'x/b.jpg'],
			[row({ photos: ['x/a.jpg'], title: 'A', attributes: { price: '1' } })],
		);
		const rows = [
			row({ photos: ['zip/Red/a.jpg'], title: 'A', labels: { tone: 'red' } }),
			row({ photos: ['zip/Blue/b.jpg'], labels: { tone: 'blue' } }),
		];
		const made = again(here, rows, { 'zip/Red/a.jpg': 'x/a.jpg', 'zip/Blue/b.jpg': 'x/b.jpg' });
		expect(made.added).toEqual([]);
		expect([...made.labels.values()]).toEqual([{ tone: 'red' }, { tone: 'blue' }]);
		expect(made.changed.flatMap(({ photos }) => photos)).toEqual([
			{ path: 'x/b.jpg', photoId: 'x/b.jpg' },
		]);
	});

	it.each([[''], ['Shirt']])('stay apart where files of two folders have one name: %j', (title) => {
		const rows = ['Red', 'Blue'].map((tone) =>
			row({ photos: [`${tone}/1.jpg`], title, labels: { tone } }),
		);
		const made = again([], rows, { 'Red/1.jpg': 'r', 'Blue/1.jpg': 'b' });
		expect(made.added).toHaveLength(2);
		expect([...made.labels.values()]).toEqual([{ tone: 'Red' }, { tone: 'Blue' }]);
	});
});

describe('labels that rows give', () => {
	it('come by product, whether it was there or not', () => {
		const made = listings(
			[photoOf('a.jpg'), photoOf('b.jpg')],
			[
				row({ photos: ['a.jpg'], labels: { colour: 'red' } }),
				row({ photos: ['b.jpg'], title: 'B', labels: { colour: 'blue', size: 'S' } }),
			],
		).listings;
		const [first] = dropOn([], ['a.jpg']);
		const { labels } = mergeListings(
			made.map((listing) => ({
				...listing,
				photos: listing.photos.map((of) =>
					of.path === 'a.jpg' ? { ...of, productId: first?.id ?? '' } : of,
				),
			})),
			first ? [first] : [],
			{ importId: 'i', order: 1, newId: () => 'new' },
		);
		expect(labels).toEqual(
			new Map([
				[first?.id, { colour: 'red' }],
				['new', { colour: 'blue', size: 'S' }],
			]),
		);
	});
});
