import { describe, expect, it } from 'vitest';
import { readProductTable } from '../../../src/formats/productTable';
import { dialectOf } from '../../../src/formats/tableDialect';
import { groupRows } from '../../../src/maths/listingRows';
import { merchantFeed, olderShopifyProducts, shopifyProducts } from '../../fixtures/productExports';

const read = (text: string) =>
	readProductTable(new TextEncoder().encode(text), 'export.csv', async () => {});

describe('dialectOf', () => {
	it.each([
		[['Title', 'URL handle', 'Description'], 'shopify'],
		[['title', 'url_handle'], 'shopify'],
		[['Handle', 'Title', 'Body (HTML)'], 'shopify-older'],
		[['Title', 'Variant SKU', 'Handle'], 'shopify-older'],
		[['handle', 'title', 'photo'], 'plain'],
		[['id', 'title', 'image_link', 'link'], 'merchant'],
		[['ID', 'Title', 'Image link', 'Google product category'], 'merchant'],
		[['id', 'title', 'brand'], 'plain'],
		[['photo', 'title'], 'plain'],
		[['URL handle'], 'plain'],
		[[], 'plain'],
	])('%j → %s', (header, dialect) => {
		expect(dialectOf(header)).toBe(dialect);
	});
});

describe.each([
	['shopify', shopifyProducts],
	['shopify-older', olderShopifyProducts],
] as const)('the export of %s', (dialect, text) => {
	it('is one product per handle, with further images and all variants', async () => {
		const table = await read(text);
		expect(table.dialect).toBe(dialect);
		expect(table.problems).toEqual([]);
		const [shirt, mug] = groupRows(table.rows);
		expect(shirt).toMatchObject({
			handle: 'linen-shirt',
			title: 'Linen shirt',
			description: 'Washed linen',
			skus: ['LS-S', 'LS-M'],
			photos: ['linen shirt.jpg', 'linen-shirt-m.jpg', 'linen-shirt-back.jpg'],
		});
		expect(shirt?.attributes).toMatchObject({
			Vendor: 'Acme',
			Type: 'Shirts',
			Tags: 'summer, linen',
			Size: 'S | M',
			Color: 'White',
		});
		const category = Object.entries(shirt?.attributes ?? {}).find(([name]) =>
			/^product category$/i.test(name),
		);
		expect(category?.[1]).toBe('Apparel & Accessories > Clothing > Clothing Tops > Shirts');
		// A product without variants has no option.
		expect(mug).toMatchObject({ handle: 'mug', photos: ['mug.jpg'] });
		expect(
			Object.keys(mug?.attributes ?? {}).filter((name) => /option|^Title$/i.test(name)),
		).toEqual([]);
	});
});

describe('a Merchant feed', () => {
	it.each([
		['\t', '_'],
		['\t', ' '],
		[',', '_'],
		[',', ' '],
	])('parted by %j, names with %j', async (delimiter, space) => {
		const { dialect, rows, problems } = await read(merchantFeed(delimiter, space));
		expect(problems).toEqual([]);
		expect(dialect).toBe('merchant');
		expect(rows[0]).toMatchObject({
			sku: 'TV-1',
			title: 'Television, 55 inch',
			photos: ['tv.jpg', 'tv-side.jpg', 'tv-back.jpg'],
		});
		expect(rows[0]?.attributes).toMatchObject({
			[`google${space}product${space}category`]: '404',
			[`product${space}type`]: 'Electronics > Video > Televisions',
		});
		expect(rows[1]?.attributes).toMatchObject({
			[`google${space}product${space}category`]: 'Electronics > Audio',
		});
	});
});
