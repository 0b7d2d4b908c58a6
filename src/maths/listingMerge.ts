import type { FieldName } from '../domain/field';
import type { Problem, Product, ProductRow } from '../domain/product';
import type { Listing, ListingPhoto } from './listing';
import { hasTexts, otherPhotos, rowKey, rowVersions } from './listingIdentity';

/** What a drop does to the catalogue. */
export interface Merged {
	added: Product[];
	/** Products that were there and got a row, further columns or further photos. */
	changed: Product[];
	/** Labels that rows give, by product id and field. */
	labels: Map<string, Record<FieldName, string>>;
}

/** What new products are given. */
export interface NewProducts {
	importId: string;
	/** First free place in the grid. */
	order: number;
	newId(): string;
}

/**
 * Turns listings into products, without adding anything twice: a listing whose row is in the catalogue
 * already, or whose photos belong to a product, adds to that product what it lacks, and often that is
 * nothing. A row whose photo came earlier without one gives that card its texts, so that photos first and
 * the table later is as good as both at once. A row that is another version of one in the catalogue brings its
 * columns up to date.
 */
export function mergeListings(
	listings: readonly Listing[],
	catalogue: readonly Product[],
	{ importId, order, newId }: NewProducts,
): Merged {
	const byId = new Map(catalogue.map((product) => [product.id, product]));
	const byRow = new Map<string, string[]>();
	const known = (of: Product | Listing, id: string): void => {
		// A row that says nothing is only known by its photos.
		if (!hasTexts(of)) return;
		const key = rowKey(of);
		const ids = byRow.get(key) ?? [];
		if (!ids.includes(id)) byRow.set(key, [...ids, id]);
	};
	for (const product of catalogue) known(product, product.id);
	const added = new Map<string, Product>();
	const changed = new Map<string, Product>();
	const labels = new Map<string, Record<FieldName, string>>();
	const exact = new Map<Listing, string>();
	for (const listing of listings) {
		const same = listing.hasRow ? sameRow(listing) : undefined;
		if (same) exact.set(listing, same.id);
	}
	const versionOf = rowVersions(listings, catalogue, exact);

	for (const listing of listings) {
		const old = existing(listing);
		const product = old
			? withListing(old, listing)
			: newProduct(listing, { id: newId(), importId, order: order + added.size });
		const isNew = !old || added.has(old.id);
		if (product) {
			byId.set(product.id, product);
			(isNew ? added : changed).set(product.id, product);
		}
		const id = product?.id ?? old?.id;
		if (!listing.hasRow || id === undefined) continue;
		known(listing, id);
		if (Object.keys(listing.labels).length > 0)
			labels.set(id, { ...listing.labels, ...labels.get(id) });
	}
	noteSharedPhotos([...byId.values()], added);
	return { added: [...added.values()], changed: [...changed.values()], labels };

	function existing(listing: Listing): Product | undefined {
		const owners = listing.photos.flatMap(({ productId }) => byId.get(productId ?? '') ?? []);
		if (!listing.hasRow) return owners[0];
		const same = sameRow(listing);
		if (same) return same;
		const version = versionOf(listing);
		return version ? byId.get(version.id) : owners.find((owner) => !hasTexts(owner));
	}

	/** Rows that say the same of different photos, as `1.jpg` in two folders, are of two products. */
	function sameRow(listing: Listing): Product | undefined {
		const ids = hasTexts(listing) ? (byRow.get(rowKey(listing)) ?? []) : [];
		return ids
			.flatMap((id) => byId.get(id) ?? [])
			.find((product) => !otherPhotos(product, listing));
	}
}

function newProduct(
	{ name, title, description, attributes, rows, photos, problems }: Listing,
	given: Pick<Product, 'id' | 'importId' | 'order'>,
): Product {
	return {
		...given,
		name,
		title,
		description,
		attributes,
		rows,
		photos: photos.flatMap(reference),
		problems: [...problems, ...photos.flatMap(({ problem }) => problem ?? [])],
	};
}

function reference({ photoId, path }: ListingPhoto): Product['photos'] {
	return photoId === null ? [] : [{ photoId, path }];
}

/** The product with what the listing adds to it, or `null` when that is nothing. */
function withListing(product: Product, listing: Listing): Product | null {
	const knows = (photo: { photoId: string; path: string }): boolean =>
		product.photos.some(
			({ photoId, path }) => photoId === photo.photoId && (listing.hasRow || path === photo.path),
		);
	const photos = listing.photos.flatMap(reference).filter((photo) => !knows(photo));
	const texts = listing.hasRow ? withTexts(product, listing) : null;
	// Whether a photo is missing is what this drop says, not an earlier one.
	const kept = product.problems.filter(
		({ code }) => !listing.hasRow || code !== 'csv-photo-missing',
	);
	const found = [...listing.problems, ...listing.photos.flatMap(({ problem }) => problem ?? [])];
	const problems = [...kept];
	for (const problem of found)
		if (!problems.some((other) => alike(other, problem))) problems.push(problem);
	const same =
		problems.length === product.problems.length &&
		product.problems.every((problem) => problems.some((other) => alike(other, problem)));
	if (photos.length === 0 && !texts && same) return null;
	return {
		...product,
		...texts,
		photos: [...product.photos, ...photos],
		problems,
	};
}

/** What a row makes of a product's texts; `null` when that is what they are. The newer word counts. */
function withTexts(product: Product, listing: Listing): Partial<Product> | null {
	const { name, title, description, attributes, rows } = listing;
	if (!hasTexts(product)) return { name, title, description, attributes, rows };
	const texts = {
		name: product.name,
		title: title || product.title,
		description: description || product.description,
		attributes: { ...product.attributes, ...attributes },
	};
	if (rowKey(texts) === rowKey(product)) return null;
	const again = ({ table }: ProductRow): boolean => rows.some((row) => row.table === table);
	const before = (product.rows ?? []).filter((row) => !again(row));
	return { ...texts, rows: [...before, ...rows] };
}

function alike(a: Problem, b: Problem): boolean {
	return a.code === b.code && JSON.stringify(a.detail) === JSON.stringify(b.detail);
}

/** Says on new cards that another card has the same photo, and which. */
function noteSharedPhotos(products: Product[], added: Map<string, Product>): void {
	const holders = new Map<string, Product[]>();
	for (const product of products)
		for (const id of new Set(product.photos.map(({ photoId }) => photoId)))
			holders.set(id, [...(holders.get(id) ?? []), product]);
	for (const product of added.values()) {
		const notes = product.photos.flatMap(({ photoId, path }): Problem[] => {
			const other = holders.get(photoId)?.find(({ id }) => id !== product.id);
			if (!other) return [];
			return [
				{ code: 'note-same-photo', detail: { file: path, other: other.title || other.name } },
			];
		});
		if (notes.length > 0)
			added.set(product.id, { ...product, problems: [...product.problems, ...notes] });
	}
}
