import type { Product } from '../domain/product';
import { categoryPath, type Taxonomy } from '../domain/taxonomy';

/*
 * Shops write categories as ids: Shopify `aa-1-1` or `gid://shopify/TaxonomyCategory/aa-1-1`, Google `166`. As
 * labels they would say nothing, so they are read as the paths they stand for.
 */

/** Paths by id: `google 166`, `shopify aa-1-1`. */
export type CategoryPaths = ReadonlyMap<string, string>;

const globalId = /^gid:\/\/shopify\/TaxonomyCategory\/([a-z]{2}(?:-\d+)*)$/;
const shopifyId = /^[a-z]{2}(?:-\d+)*$/;
/** `166`, and `166 - Apparel & Accessories` as the taxonomy's own file has it. */
const googleId = /^(\d{1,7})(?: - .*)?$/;
const googleColumn = /google[\s_]*product[\s_]*category/i;
const shopifyColumn = /product[\s_]*category/i;

/**
 * Under which id a cell's category stands in `CategoryPaths`; `null` for a cell that is no id. A bare number or a
 * short word is one only in a column that is called so.
 */
export function categoryKey(column: string, cell: string): string | null {
	const text = cell.trim();
	const global = globalId.exec(text)?.[1];
	if (global) return `shopify ${global}`;
	if (googleColumn.test(column)) {
		const id = googleId.exec(text)?.[1];
		return id ? `google ${Number(id)}` : null;
	}
	return shopifyColumn.test(column) && shopifyId.test(text) ? `shopify ${text}` : null;
}

/** Whether a catalogue has categories as ids, so that the taxonomies are worth loading. */
export function hasCategoryIds(products: readonly Product[]): boolean {
	return products.some(({ attributes }) =>
		Object.entries(attributes).some(([column, cell]) => categoryKey(column, cell) !== null),
	);
}

/** @param taxonomies `google` and `shopify`, as they are shipped */
export function categoryPaths(taxonomies: readonly Taxonomy[]): CategoryPaths {
	const paths = new Map<string, string>();
	for (const taxonomy of taxonomies)
		taxonomy.categories.forEach(({ id }, index) => {
			const short = globalId.exec(id)?.[1] ?? id;
			paths.set(`${taxonomy.id} ${short}`, categoryPath(taxonomy, index));
		});
	return paths;
}

/** The path that a cell's id stands for; a cell that is none, or of a category that is not known, as it is. */
export function categoryIn(paths: CategoryPaths | null, column: string, cell: string): string {
	const key = paths && categoryKey(column, cell);
	return (key && paths.get(key)) || cell;
}
