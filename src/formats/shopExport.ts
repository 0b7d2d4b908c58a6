import Papa from 'papaparse';

/*
 * Shops read every cell as it stands: an apostrophe before `-50 % lamp`, as our own tables have it against formulas,
 * would rename the product. So these files have none, and are for shops, not for spreadsheets.
 */

/** A product whose category is settled, as shops want to hear of it. */
export interface ShopRow {
	/** Shopify's handle, as imported; empty for a product that came otherwise. */
	handle: string;
	/** The feed's id or SKU, as imported; else the product's name. */
	id: string;
	title: string;
	/** The taxonomy's own: `166`, `gid://shopify/TaxonomyCategory/aa-1-1`. */
	categoryId: string;
	/** `Apparel & Accessories > Shoes` */
	categoryPath: string;
}

/**
 * A table for Shopify's product import. Its three columns are all that is needed to set the category of products
 * that are in the shop (matched by handle, "overwrite" ticked): Shopify changes no column that a file leaves out. A
 * product without a handle gets one from its title, and is created.
 *
 * In Shopify's own taxonomy the last part of the id (`aa-1-1`) is written, which it takes whatever the language of
 * the shop; another taxonomy's path goes into `Type`, the shop's own word for a category.
 */
export function shopifyCsvText(rows: readonly ShopRow[], taxonomyId: string): string {
	const own = taxonomyId === 'shopify';
	const handles = uniqueHandles(rows);
	const cells = rows.map(({ title, categoryId, categoryPath }, at) => [
		title,
		handles[at] ?? '',
		own ? categoryId.slice(categoryId.lastIndexOf('/') + 1) : categoryPath,
	]);
	const header = ['Title', 'URL handle', own ? 'Product category' : 'Type'];
	return `${Papa.unparse([header, ...cells])}\r\n`;
}

/** Every row its own: two products of one handle would become one. */
function uniqueHandles(rows: readonly ShopRow[]): string[] {
	const taken = new Set(rows.map(({ handle }) => handle));
	return rows.map(({ handle, title, id }) => {
		if (handle !== '') return handle;
		const stem = handleFrom(title) || handleFrom(id) || 'product';
		let made = stem;
		for (let count = 2; taken.has(made); count++) made = `${stem}-${count}`;
		taken.add(made);
		return made;
	});
}

/** `Röd sko, 42` → `rod-sko-42`: small letters, digits and dashes, as Shopify makes them. */
function handleFrom(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/**
 * A supplemental feed for Google Merchant Center, matched by id: tab-separated, with `google_product_category` where
 * the products were sorted into Google's taxonomy, else `product_type`, which may be any path.
 */
export function merchantFeedText(rows: readonly ShopRow[], taxonomyId: string): string {
	const google = taxonomyId === 'google';
	const header = ['id', 'title', google ? 'google_product_category' : 'product_type'];
	const cells = rows.map(({ id, title, categoryId, categoryPath }) =>
		[id, title, google ? categoryId : categoryPath].map((cell) => cell.replace(/\s+/g, ' ').trim()),
	);
	return `${Papa.unparse([header, ...cells], { delimiter: '\t' })}\r\n`;
}
