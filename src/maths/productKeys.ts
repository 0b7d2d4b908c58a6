import type { Product } from '../domain/product';
import { baseName } from './listingNames';

/** Columns whose cells name one product. */
const naming = /^(variant )?(sku|id|handle|url handle|gtin|ean|upc|asin|barcode)$/i;

/**
 * Finds the product that a cell names: by what it is called here (SKU or handle), by columns that name one, by the name
 * of a photo's file, and by its title. What names several products names none.
 */
export function productFinder(products: readonly Product[]): (cell: string) => string | null {
	const byKey = new Map<string, string | null>();
	const put = (key: string, id: string): void => {
		const own = plain(key);
		if (own === '') return;
		const other = byKey.get(own);
		byKey.set(own, other === undefined || other === id ? id : null);
	};
	for (const { id, name, title, photos, attributes } of products) {
		put(name, id);
		put(title, id);
		for (const [column, cell] of Object.entries(attributes))
			if (naming.test(column.trim())) put(cell, id);
		for (const { path } of photos) {
			put(path.split('/').at(-1) ?? '', id);
			put(baseName(path), id);
		}
	}
	return (cell) => byKey.get(plain(cell)) ?? null;
}

function plain(text: string): string {
	return text.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, ' ');
}
