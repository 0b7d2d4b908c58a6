import type { Product } from '../domain/product';
import { missingSeparator } from './listing';
import { hasTexts } from './listingIdentity';
import { baseName } from './listingNames';
import type { ListingRow } from './listingRows';

/**
 * Rows of products that wait for a photo, as if their table were dropped again: so that the table first and
 * the photos later is as good as both at once. A product whose row is in the new tables needs none.
 */
export function waitingRows(
	catalogue: readonly Product[],
	rows: readonly ListingRow[],
): ListingRow[] {
	const said = new Set(
		rows.flatMap(({ handle, sku, photos }) => [handle, sku, baseName(photos[0] ?? '')]),
	);
	return catalogue.flatMap((product) => {
		const { name, title, description, attributes, photos, problems } = product;
		const missing = problems.find(({ code }) => code === 'csv-photo-missing')?.detail.photos;
		const waits = missing !== undefined || photos.length === 0;
		if (!waits || !hasTexts(product) || name === '' || said.has(name)) return [];
		return {
			table: '',
			line: 0,
			photos: missing === undefined ? [] : String(missing).split(missingSeparator),
			sku: '',
			// Makes the name of the listing, and thereby finds the product again.
			handle: name,
			title,
			description,
			attributes,
			labels: {},
		};
	});
}
