import { expect, it } from 'vitest';
import type { Product, ProductRow } from '../../../src/domain/product';
import { fieldPreview, labelCounts, longestLabel } from '../../../src/maths/fieldPreview';
import { fieldSources } from '../../../src/maths/fieldSources';
import { lineRanges } from '../../../src/maths/lineRanges';
import { product } from './catalogue';

const row = (line: number, differs: ProductRow['differs'] = {}): ProductRow => ({
	table: 'shop.csv',
	line,
	differs,
});

const ofColumn = (line: number, colour: string): Product =>
	product(`p${line}`, { attributes: colour ? { colour } : {}, rows: [row(line)], title: 'x' });

const colour = { kind: 'column', column: 'colour' } as const;

it('reads a column in one spelling: commas, quotes, emoji and spaces at the ends are no trouble', () => {
	const cells = ['  Red, "dark" ', 'Red, "dark"', '👕 Blue', 'Home&Co>Plants'];
	const { labels, counts, leftOut } = fieldPreview(
		cells.map((cell, i) => ofColumn(i + 2, cell)),
		colour,
		null,
	);
	expect([...labels.values()]).toEqual([
		'Red, "dark"',
		'Red, "dark"',
		'👕 Blue',
		'Home&Co > Plants',
	]);
	expect(counts[0]).toEqual({ label: 'Red, "dark"', products: 2 });
	expect(leftOut).toEqual([]);
});

it('leaves out by line what is empty, too long, unreadable or contradicts itself, and never guesses', () => {
	const products = [
		ofColumn(2, 'Red'),
		ofColumn(3, ''),
		ofColumn(4, ' > '),
		ofColumn(5, 'x'.repeat(longestLabel + 1)),
		ofColumn(6, 'Gr\uFFFDn'),
		product('rows', { attributes: { colour: 'Red' }, rows: [row(7), row(9, { colour: 'Blue' })] }),
		product('same', {
			attributes: { colour: 'Red' },
			rows: [row(10), row(11, { colour: ' Red ' })],
		}),
		product('photo alone', { photos: [{ photoId: 'a', path: 'a.jpg' }] }),
	];
	const { labels, leftOut } = fieldPreview(products, colour, null);
	expect([...labels.keys()]).toEqual(['p2', 'same']);
	expect(
		leftOut.map(({ reason, rows, says }) => [reason, rows.map(({ line }) => line), says]),
	).toEqual([
		['empty', [3], []],
		['empty', [4], []],
		['too-long', [5], ['x'.repeat(longestLabel + 1)]],
		['unreadable', [6], ['Gr\uFFFDn']],
		['rows-disagree', [7, 9], ['Red', 'Blue']],
		['no-row', [], []],
	]);
});

it('takes a folder a class, and leaves out a product whose photos lie in two', () => {
	const at = (id: string, ...paths: string[]): Product =>
		product(id, { photos: paths.map((path) => ({ photoId: path, path })) });
	const products = [
		at('boot', 'set/Boots/1.jpg', 'set/Boots/2.jpg'),
		at('torn', 'set/Boots/3.jpg', 'set/Sandals/3.jpg'),
		at('loose', '4.jpg'),
		product('none'),
	];
	const { labels, leftOut } = fieldPreview(products, { kind: 'folder', level: 1 }, null);
	expect([...labels]).toEqual([['boot', 'Boots']]);
	expect(leftOut.map(({ productId, reason }) => [productId, reason])).toEqual([
		['torn', 'folders-disagree'],
		['loose', 'no-folder'],
		['none', 'no-photo'],
	]);
	// All lie in one folder on the level above: that says nothing.
	expect(fieldSources(products, null).map(({ source }) => source)).toEqual([
		{ kind: 'folder', level: 1 },
	]);
});

it('names a photo that comes under two labels, and keeps both', () => {
	const photos = [{ photoId: 'same', path: 'a.jpg' }];
	const products = [
		product('a', { photos, attributes: { colour: 'Red' } }),
		product('b', { photos, attributes: { colour: 'Blue' } }),
		product('c', { photos, attributes: {} }),
	];
	const { labels, contradictions } = fieldPreview(products, colour, null);
	expect(labels.size).toBe(2);
	expect(contradictions).toEqual([{ productIds: ['a', 'b'], labels: ['Red', 'Blue'] }]);
});

it('takes decisions only of the taxonomy they were made in; undecided products are not missing', () => {
	const products = [product('a'), product('b')];
	const decided = { taxonomyId: 'google', paths: new Map([['a', 'Shoes > Boots']]) };
	const from = (taxonomyId: string) =>
		fieldPreview(products, { kind: 'decisions', taxonomyId }, decided);
	expect([...from('google').labels]).toEqual([['a', 'Shoes > Boots']]);
	expect(from('google').leftOut).toEqual([]);
	expect(from('shopify').labels.size).toBe(0);
});

it('offers what looks like labels first; ids, prices and splits last, addresses not at all', () => {
	const products = Array.from({ length: 1000 }, (_, i) =>
		product(`p${i}`, {
			attributes: {
				sku: `SKU-${i}`,
				link: `https://shop.example/${i}`,
				price: `${(i % 7) + 0.99}`,
				season: i % 2 === 0 ? 'Summer' : 'Winter',
				...(i < 500 && { gender: i % 3 === 0 ? 'Men' : 'Women' }),
				articleType: `Type number ${i % 500}`,
				split: i % 4 === 0 ? 'test' : 'train',
			},
		}),
	);
	const offers = fieldSources(products, null).map(({ source, likely, labels, products }) => [
		source.kind === 'column' && source.column,
		likely,
		labels,
		products,
	]);
	expect(offers.slice(0, 3)).toEqual([
		['articleType', true, 500, 1000],
		['season', true, 2, 1000],
		['gender', true, 2, 500],
	]);
	expect(offers.slice(3).every(([, likely]) => !likely)).toBe(true);
	expect(offers.map(([column]) => column)).not.toContain('link');
});

it('counts the most common first, equal ones by name', () => {
	expect(labelCounts(['b', 'a', 'c', 'c'])).toEqual([
		{ label: 'c', products: 2 },
		{ label: 'a', products: 1 },
		{ label: 'b', products: 1 },
	]);
});

it('writes lines as ranges', () => {
	expect(lineRanges([9, 2, 3, 4, 4, 7, 8])).toEqual(['2–4', '7–9']);
	expect(lineRanges([])).toEqual([]);
});
