import type { Product } from '../domain/product';
import { categoryPath } from '../domain/taxonomy';
import { merchantFeedText, type ShopRow, shopifyCsvText } from '../formats/shopExport';
import { headerKey, tableColumns } from '../formats/tableColumns';
import type { Catalogue } from './exportDecisions';

export type ShopFormat = 'shopify' | 'merchant';

export interface ShopExport {
	file: Blob;
	/** Products in it, and those left out because nothing about them is decided or sure. */
	written: number;
	leftOut: number;
}

/**
 * The categories for a shop system: what was decided, and undecided suggestions at or above the threshold. Anything
 * less sure is left out, because a blank cell would delete the category that the shop has.
 */
export function exportForShop(
	{ products, suggestions, decisions, taxonomy }: Catalogue,
	format: ShopFormat,
	threshold: number,
): ShopExport {
	const indexOf = new Map(taxonomy?.categories.map(({ id }, index) => [id, index]));
	const rows = products.flatMap((product): ShopRow[] => {
		const decision = decisions.get(product.id);
		const best = suggestions.get(product.id)?.suggestions[0];
		const sure = best && best.probability >= threshold ? best.category : undefined;
		const index = decision ? indexOf.get(decision.categoryId) : sure;
		const category = index === undefined ? undefined : taxonomy?.categories[index];
		if (!taxonomy || index === undefined || !category) return [];
		return [
			{
				handle: handleOf(product),
				id: idOf(product),
				title: product.title || product.name,
				categoryId: category.id,
				categoryPath: categoryPath(taxonomy, index),
			},
		];
	});
	const write = format === 'shopify' ? shopifyCsvText : merchantFeedText;
	const type = format === 'shopify' ? 'text/csv' : 'text/tab-separated-values';
	const file = new Blob([write(rows, taxonomy?.id ?? '')], { type: `${type};charset=utf-8` });
	return { file, written: rows.length, leftOut: products.length - rows.length };
}

function handleOf({ attributes }: Product): string {
	const header = Object.keys(attributes).find((name) => /^(url )?handle$/.test(headerKey(name)));
	return header === undefined ? '' : (attributes[header] ?? '');
}

function idOf({ attributes, name }: Product): string {
	const header = Object.keys(attributes);
	const { sku } = tableColumns(header);
	return attributes[header[sku] ?? ''] ?? name;
}
