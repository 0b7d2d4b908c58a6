import type { ColumnRole } from '../domain/drop';
import type { FieldName } from '../domain/field';

/*
 * Which column of a spreadsheet means what. Names are compared in lower case with spaces, underscores,
 * hyphens and punctuation as one, so `Image Src`, `image_src` and `image-src` are one name. Ours first,
 * then Shopify's (current and older exports) and Google Merchant's; German, French, Spanish and Chinese
 * for the few that matter.
 */

/** Names by role, best first: where two columns of a table have one role, the better name wins. */
const names: Record<ColumnRole, readonly string[]> = {
	photo: [
		'photo',
		'photos',
		'image',
		'images',
		'assets', // Vendure, the sample catalogue
		'picture',
		'pictures',
		'photo file',
		'photo filename',
		'image file',
		'image filename',
		'image name',
		'product image url', // Shopify
		'image src', // Shopify, older
		'image link', // Google Merchant
		'image url',
		'image path',
		'photo url',
		'src',
		'file',
		'filename',
		'file name',
		'path',
		'foto',
		'bild',
		'bilder',
		'imagen',
		'图片',
		'照片',
		'文件名',
	],
	// Named by a further column, and in addition to the first.
	morePhotos: [
		'additional image link', // Google Merchant, several parted by commas
		'additional image links',
		'additional images',
		'variant image', // Shopify, older
		'variant image url', // Shopify
	],
	sku: [
		'sku', // also Shopify
		'variant sku', // Shopify, older
		'id', // Google Merchant
		'product id',
		'item id',
		'item number',
		'article number',
		'artikelnummer',
		'artikelnr',
		'artnr',
		'item sku',
		'seller sku',
		'offer id',
		'货号',
	],
	handle: [
		'handle', // Shopify, older
		'url handle', // Shopify
		'slug',
		'listing id',
	],
	title: [
		'title', // also Shopify, Google Merchant
		'name',
		'product title',
		'product name',
		'item name',
		'listing title',
		'product',
		'titel',
		'produktname',
		'bezeichnung',
		'titre',
		'nom',
		'título',
		'titulo',
		'nombre',
		'标题',
		'商品名称',
		'名称',
	],
	description: [
		'description', // also Shopify, Google Merchant
		'body html', // Shopify, older: `Body (HTML)`
		'body',
		'product description',
		'beschreibung',
		'descripción',
		'descripcion',
		'描述',
	],
};

const roles = Object.keys(names) as ColumnRole[];

/** `Body (HTML)` → `body html` */
export function headerKey(header: string): string {
	return header
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s_\-()[\]/.:*#]+/g, ' ')
		.trim();
}

const labelPrefix = 'label:';

/** The column of a field's labels in our own exports; whoever writes one into a table of theirs is understood, too. */
export function labelHeader(field: FieldName): string {
	return labelPrefix + field;
}

/** The field whose labels a column holds; `null` for other columns. */
export function labelledField(header: string): FieldName | null {
	if (!header.toLowerCase().startsWith(labelPrefix)) return null;
	return header.slice(labelPrefix.length).normalize('NFC').trim() || null;
}

/** How good a name is for a role, 0 the best; −1 when it is none. */
function rank(role: ColumnRole, header: string): number {
	return names[role].indexOf(headerKey(header));
}

/** True for a name that means something to us. */
export function isKnownHeader(header: string): boolean {
	return roles.some((role) => rank(role, header) >= 0);
}

/** Columns by role; −1 where the table has none. */
export type TableColumns = Record<Exclude<ColumnRole, 'morePhotos'>, number> & {
	morePhotos: number[];
};

export function tableColumns(header: readonly string[]): TableColumns {
	const best = (role: ColumnRole): number => {
		let found = -1;
		let foundRank = Number.POSITIVE_INFINITY;
		header.forEach((name, column) => {
			const own = rank(role, name);
			if (own < 0 || own >= foundRank) return;
			found = column;
			foundRank = own;
		});
		return found;
	};
	return {
		photo: best('photo'),
		sku: best('sku'),
		handle: best('handle'),
		title: best('title'),
		description: best('description'),
		morePhotos: header.flatMap((name, column) => (rank('morePhotos', name) >= 0 ? [column] : [])),
	};
}
