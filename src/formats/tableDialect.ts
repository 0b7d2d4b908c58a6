import type { TableDialect } from '../domain/drop';
import { headerKey, labelledField } from './tableColumns';

/** One of them beside `handle` and `title`: a table of one's own may have those two. */
const olderShopify = [
	'body html',
	'vendor',
	'variant sku',
	'variant price',
	'option1 name',
	'image src',
];

/** Two of them beside `id` and `title`. */
const merchant = [
	'link',
	'image link',
	'additional image link',
	'google product category',
	'product type',
	'availability',
	'condition',
	'brand',
	'gtin',
	'mpn',
	'item group id',
];

/** Tells whose export a table is, by the names of its columns; the order of the columns does not matter. */
export function dialectOf(header: readonly string[]): TableDialect {
	const keys = new Set(header.map(headerKey));
	const isOurs = keys.has('decided by') || header.some((name) => labelledField(name) !== null);
	if (header.includes('file') && header.includes('title') && isOurs) return 'aisle';
	const count = (names: readonly string[]): number => names.filter((name) => keys.has(name)).length;
	if (!keys.has('title')) return 'plain';
	if (keys.has('url handle')) return 'shopify';
	if (keys.has('handle') && count(olderShopify) > 0) return 'shopify-older';
	if (keys.has('id') && count(merchant) >= 2) return 'merchant';
	return 'plain';
}
