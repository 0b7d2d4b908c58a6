import { describe, expect, it } from 'vitest';
import { readProductTable } from '../../../src/formats/productTable';
import { merchantFeedText, type ShopRow, shopifyCsvText } from '../../../src/formats/shopExport';

const shirt: ShopRow = {
	handle: 'linen-shirt',
	id: 'LS-S',
	title: 'Linen "summer" shirt, white',
	categoryId: 'gid://shopify/TaxonomyCategory/aa-1-13-7',
	categoryPath: 'Apparel & Accessories > Clothing > Shirts',
};
const fresh = (title: string): ShopRow => ({ ...shirt, handle: '', id: 'photo.jpg', title });

const read = (text: string) =>
	readProductTable(new TextEncoder().encode(text), 'out.csv', async () => {});

describe('shopifyCsvText', () => {
	it('names the category by its id under the handle that the shop knows', () => {
		expect(shopifyCsvText([shirt], 'shopify')).toBe(
			'Title,URL handle,Product category\r\n' +
				'"Linen ""summer"" shirt, white",linen-shirt,aa-1-13-7\r\n',
		);
	});

	it('gives another taxonomy’s path as the shop’s own type', async () => {
		const { dialect, rows } = await read(shopifyCsvText([shirt], 'google'));
		expect(dialect).toBe('shopify');
		expect(rows[0]?.attributes).toMatchObject({ Type: shirt.categoryPath });
	});

	it('makes handles that are nobody else’s, and comes back as the same products', async () => {
		const rows = [fresh('Röd sko'), shirt, fresh('Linen shirt'), fresh('röd SKO!'), fresh('***')];
		const back = await read(shopifyCsvText(rows, 'shopify'));
		expect(back.problems).toEqual([]);
		expect(back.rows.map(({ handle }) => handle)).toEqual([
			'rod-sko',
			'linen-shirt',
			'linen-shirt-2',
			'rod-sko-2',
			'photo-jpg',
		]);
		expect(back.rows.map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
	});

	it('renames nothing, not even what a spreadsheet would take for a formula', () => {
		expect(shopifyCsvText([fresh('-50 % lamp')], 'shopify')).toContain('\r\n-50 % lamp,');
	});
});

describe('merchantFeedText', () => {
	it('fills Google’s column from Google’s taxonomy', () => {
		const row = { ...shirt, categoryId: '212', title: 'A\tshirt' };
		expect(merchantFeedText([row], 'google')).toBe(
			'id\ttitle\tgoogle_product_category\r\nLS-S\tA shirt\t212\r\n',
		);
	});

	it('fills product_type from any other', async () => {
		const { rows } = await read(merchantFeedText([shirt, fresh('+1 shirt')], 'own-1'));
		expect(rows[0]).toMatchObject({
			sku: 'LS-S',
			attributes: { product_type: shirt.categoryPath },
		});
		expect(rows[1]?.title).toBe('+1 shirt');
	});
});
