import { describe, expect, it } from 'vitest';
import { interactionRows } from '../../../src/formats/interactionTable';
import { productFinder } from '../../../src/maths/productKeys';
import { product } from '../maths/catalogue';

const read = (text: string) => [...interactionRows(new TextEncoder().encode(text))].flat();

describe('a table of interactions', () => {
	it('is read by the names of its columns, in any order', () => {
		expect(read('sku;customer_id;qty\nA1;u1;2\n"B;2";u2;\n')).toEqual([
			{ line: 2, user: 'u1', item: 'A1', rating: 2 },
			{ line: 3, user: 'u2', item: 'B;2', rating: 1 },
		]);
	});

	it('is read in order where nothing stands on top', () => {
		expect(read('7,boot-1\n8,boot-2\n').map(({ user, item, line }) => [line, user, item])).toEqual([
			[1, '7', 'boot-1'],
			[2, '8', 'boot-2'],
		]);
	});

	it('has ratings that are none', () => {
		expect(read('user,item,rating\nu,i,good\n')[0]?.rating).toBeNaN();
	});
});

it('products are found by what names one of them, and by nothing that names two', () => {
	const find = productFinder([
		product('a', { name: 'SKU-1', title: 'Red  Shoe', attributes: { GTIN: '4006381333931' } }),
		product('b', { name: 'SKU-2', title: 'Boot', photos: [{ photoId: 'x', path: 'in/b 1.JPG' }] }),
		product('c', { name: 'SKU-3', title: 'boot' }),
	]);
	expect(find('sku-1')).toBe('a');
	expect(find(' red shoe ')).toBe('a');
	expect(find('4006381333931')).toBe('a');
	expect(find('b 1.jpg')).toBe('b');
	expect(find('Boot')).toBeNull();
	expect(find('hat')).toBeNull();
	expect(find('')).toBeNull();
});
