import type { FieldName } from '../domain/field';

/** One row of a spreadsheet, as far as it tells of a product. Texts are plain: no HTML, trimmed. */
export interface ListingRow {
	/** Path of the table and line in it, to be named when something is wrong. */
	table: string;
	line: number;
	/** Files it names, as paths: `photos/1.jpg`. */
	photos: string[];
	sku: string;
	handle: string;
	title: string;
	description: string;
	/** Its other columns, by header; empty cells left out. */
	attributes: Record<string, string>;
	/** Labels it gives, by field, as `labelFrom` leaves them. */
	labels: Record<FieldName, string>;
}

/** All rows of one product. */
export interface RowGroup {
	rows: ListingRow[];
	photos: string[];
	skus: string[];
	handle: string;
	title: string;
	description: string;
	attributes: Record<string, string>;
	labels: Record<FieldName, string>;
}

/**
 * Puts the rows of one product together: rows with one handle (Shopify writes further images and variants as
 * further rows), a nearly empty row below one with a handle, and rows with one SKU that do not differ in
 * title (one row per photo). In the order of each product's first row; the first value of a column counts.
 */
export function groupRows(rows: readonly ListingRow[]): RowGroup[] {
	const groups: RowGroup[] = [];
	const byHandle = new Map<string, RowGroup>();
	const bySku = new Map<string, RowGroup>();
	let above: RowGroup | undefined;
	for (const row of rows) {
		const group = groupFor(row);
		if (group) add(group, row);
		else groups.push(newGroup(row));
		above = group ?? (groups.at(-1) as RowGroup);
		if (row.handle) byHandle.set(row.handle, above);
		if (row.sku && !bySku.has(row.sku)) bySku.set(row.sku, above);
	}
	return groups;

	function groupFor(row: ListingRow): RowGroup | undefined {
		if (row.handle) return byHandle.get(row.handle);
		const says = row.title || row.description || row.photos.length > 0;
		if (!says && above?.handle && above.rows[0]?.table === row.table) return above;
		const same = row.sku ? bySku.get(row.sku) : undefined;
		return same && (row.title === '' || row.title === same.title) ? same : undefined;
	}
}

/** `S | M | L`: several values in one attribute, each once. */
export function distinctJoined(values: readonly string[]): string {
	return [...new Set(values)].join(' | ');
}

function newGroup(row: ListingRow): RowGroup {
	const { photos, sku, handle, title, description, attributes, labels } = row;
	return {
		rows: [row],
		photos: [...photos],
		skus: sku ? [sku] : [],
		handle,
		title,
		description,
		attributes: { ...attributes },
		labels: { ...labels },
	};
}

function add(group: RowGroup, row: ListingRow): void {
	group.rows.push(row);
	for (const photo of row.photos) if (!group.photos.includes(photo)) group.photos.push(photo);
	if (row.sku && !group.skus.includes(row.sku)) group.skus.push(row.sku);
	group.title ||= row.title;
	group.description ||= row.description;
	group.attributes = { ...row.attributes, ...group.attributes };
	group.labels = { ...row.labels, ...group.labels };
}
