import type { Problem, Product } from '../domain/product';
import type { Listing, ListingPhoto } from './listing';

/** What a drop does to the catalogue. */
export interface Merged {
	added: Product[];
	/** Products that were there and got a row or further photos. */
	changed: Product[];
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
 * the table later is as good as both at once.
 */
export function mergeListings(
	listings: readonly Listing[],
	catalogue: readonly Product[],
	{ importId, order, newId }: NewProducts,
): Merged {
	const byId = new Map(catalogue.map((product) => [product.id, product]));
	const byRow = new Map<string, string>();
	for (const product of catalogue) if (hasTexts(product)) byRow.set(rowKey(product), product.id);
	const added = new Map<string, Product>();
	const changed = new Map<string, Product>();

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
		if (listing.hasRow && id !== undefined) byRow.set(rowKey(listing), id);
	}
	noteSharedPhotos([...byId.values()], added);
	return { added: [...added.values()], changed: [...changed.values()] };

	function existing(listing: Listing): Product | undefined {
		const owners = listing.photos.flatMap(({ productId }) => byId.get(productId ?? '') ?? []);
		if (!listing.hasRow) return owners[0];
		const same = byRow.get(rowKey(listing));
		return same === undefined ? owners.find((owner) => !hasTexts(owner)) : byId.get(same);
	}
}

type Texts = Pick<Product, 'name' | 'title' | 'description' | 'attributes'>;

/** Whether a row has said something of it. */
export function hasTexts({ title, description, attributes }: Texts): boolean {
	return title !== '' || description !== '' || Object.keys(attributes).length > 0;
}

/** Equal for the same row read again. */
function rowKey({ name, title, description, attributes }: Texts): string {
	const cells = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([name, title, description, cells]);
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
		product.photos.some(({ photoId, path }) => photoId === photo.photoId && path === photo.path);
	const photos = listing.photos.flatMap(reference).filter((photo) => !knows(photo));
	const texts = listing.hasRow && !hasTexts(product);
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
	const { name, title, description, attributes } = texts ? listing : product;
	return {
		...product,
		...(texts && { rows: listing.rows }),
		name,
		title,
		description,
		attributes,
		photos: [...product.photos, ...photos],
		problems,
	};
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
