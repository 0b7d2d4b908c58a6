import { expect, it } from 'vitest';
import {
	categoryIn,
	categoryKey,
	categoryPaths,
	hasCategoryIds,
} from '../../../src/maths/categoryIds';
import { fieldPreview } from '../../../src/maths/fieldPreview';
import { product } from './catalogue';

it.each([
	['Product category', 'gid://shopify/TaxonomyCategory/aa-1-1', 'shopify aa-1-1'],
	['whatever', 'gid://shopify/TaxonomyCategory/ap', 'shopify ap'],
	['Product Category', 'aa-1-1', 'shopify aa-1-1'],
	['Type', 'aa-1-1', null],
	['Product category', 'Apparel & Accessories > Shoes', null],
	['google_product_category', '0166', 'google 166'],
	['Google Shopping / Google Product Category', '166 - Apparel & Accessories', 'google 166'],
	['google product category', 'Electronics > Audio', null],
	['size', '166', null],
])('%s: %s', (column, cell, key) => {
	expect(categoryKey(column, cell)).toBe(key);
});

const paths = categoryPaths([
	{
		id: 'google',
		name: 'Google',
		categories: [
			{ id: '166', name: 'Apparel & Accessories', parent: -1 },
			{ id: '187', name: 'Shoes', parent: 0 },
		],
	},
	{
		id: 'shopify',
		name: 'Shopify',
		categories: [
			{ id: 'gid://shopify/TaxonomyCategory/aa', name: 'Apparel & Accessories', parent: -1 },
			{ id: 'gid://shopify/TaxonomyCategory/aa-8', name: 'Shoes', parent: 0 },
		],
	},
]);

it('reads ids as paths, and leaves what it does not know', () => {
	const column = 'google_product_category';
	expect(categoryIn(paths, column, '187')).toBe('Apparel & Accessories > Shoes');
	expect(categoryIn(paths, column, '999999')).toBe('999999');
	expect(categoryIn(null, column, '187')).toBe('187');
	expect(categoryIn(paths, 'Product category', 'aa-8')).toBe('Apparel & Accessories > Shoes');
});

it('makes one label of an id and its path', () => {
	const column = 'google_product_category';
	const products = ['187', 'Apparel & Accessories > Shoes', '166'].map((cell, i) =>
		product(`p${i}`, { attributes: { [column]: cell } }),
	);
	expect(hasCategoryIds(products)).toBe(true);
	const { counts } = fieldPreview(products, { kind: 'column', column }, null, paths);
	expect(counts).toEqual([
		{ label: 'Apparel & Accessories > Shoes', products: 2 },
		{ label: 'Apparel & Accessories', products: 1 },
	]);
});
