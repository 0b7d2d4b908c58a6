import type { Product, ProductRow } from '../domain/product';
import type { Listing } from './listing';
import { baseName } from './listingNames';

/** A title that more products have tells nothing of which one is meant. */
const mostCalled = 100;

type Texts = Pick<Product, 'name' | 'title' | 'description' | 'attributes'>;

/** Whether a row has said something of it. */
export function hasTexts({ title, description, attributes }: Texts): boolean {
	return title !== '' || description !== '' || Object.keys(attributes).length > 0;
}

/** Equal for the same row read again. */
export function rowKey({ name, title, description, attributes }: Texts): string {
	const cells = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([name, title, description, cells]);
}

/**
 * Which product of the catalogue a listing's row is another version of: the same table with a column more, a price
 * changed, or labels beside it. `undefined` for a row that is new. Each product is found by one row at most, so that
 * the variants of a product that share its photo and title stay apart.
 * @param exact listings whose row is in the catalogue as it is, with the product they are
 */
export function rowVersions(
	listings: readonly Listing[],
	catalogue: readonly Product[],
	exact: ReadonlyMap<Listing, string>,
): (listing: Listing) => Product | undefined {
	const byName = new Map<string, Product[]>();
	const byTitle = new Map<string, Product[]>();
	const byLine = new Map<string, Product[]>();
	const byPhoto = new Map<string, Product[]>();
	const put = (map: Map<string, Product[]>, key: string, product: Product): void => {
		if (key === '') return;
		const list = map.get(key);
		if (list) list.push(product);
		else map.set(key, [product]);
	};
	for (const product of catalogue) {
		for (const { photoId } of product.photos) put(byPhoto, photoId, product);
		if (!hasTexts(product)) continue;
		put(byName, product.name, product);
		put(byTitle, product.title, product);
		for (const row of product.rows ?? []) put(byLine, lineKey(row), product);
	}
	const found = new Set(exact.values());
	/** Rows of this drop that name the photo: of several, each is a product of its own. */
	const claims = new Map<string, number>();
	for (const { hasRow, photos } of listings)
		if (hasRow)
			for (const { path, photoId } of photos) {
				const key = `${path}\n${photoId}`;
				claims.set(key, (claims.get(key) ?? 0) + 1);
			}

	return (listing) => {
		const holders = listing.photos.flatMap(({ photoId }) => byPhoto.get(photoId ?? '') ?? []);
		const called = byTitle.get(listing.title) ?? [];
		const candidates = new Set([
			...holders.filter(hasTexts),
			...(byName.get(listing.name) ?? []),
			...listing.rows.flatMap((row) => byLine.get(lineKey(row)) ?? []),
			...(called.length > mostCalled ? [] : called),
		]);
		const alone = listing.photos.every((of) => claims.get(`${of.path}\n${of.photoId}`) === 1);
		let best: Product | undefined;
		let most = 0;
		for (const candidate of candidates) {
			if (found.has(candidate.id)) continue;
			const value = likeness(candidate, listing, alone);
			if (value <= most) continue;
			best = candidate;
			most = value;
		}
		// Of a photo that stands for itself, a row with the very same photos is the row.
		best ??= holders.find(
			(holder) => !hasTexts(holder) && !found.has(holder.id) && hasAll(holder, listing),
		);
		if (best) found.add(best.id);
		return best;
	};
}

/** Whether both have photos, and none in common. */
export function otherPhotos(product: Product, { photos }: Listing): boolean {
	if (product.photos.length === 0 || photos.length === 0) return false;
	return !photos.some((photo) =>
		product.photos.some(({ path, photoId }) => path === photo.path || photoId === photo.photoId),
	);
}

/** Whether a product's photos are those of a listing, wherever they lay. */
function hasAll(product: Product, { photos }: Listing): boolean {
	const ids = new Set(photos.map(({ photoId }) => photoId));
	return product.photos.every(({ photoId }) => ids.has(photoId));
}

function lineKey({ table, line }: ProductRow): string {
	return `${table}\n${line}`;
}

/**
 * How much speaks for it that a row is of a product, 0 for not enough.
 * @param alone whether no other row of the drop names the listing's photos
 */
function likeness(product: Product, listing: Listing, alone: boolean): number {
	const shares = listing.photos.some(({ photoId }) =>
		product.photos.some((of) => of.photoId === photoId),
	);
	const says = product.title !== '' && listing.title !== '';
	const agrees = !says || product.title === listing.title;
	const titled = says && agrees;
	// A handle or SKU. File names come again in other folders.
	const named =
		listing.name !== '' &&
		product.name === listing.name &&
		!product.photos.some(({ path }) => baseName(path) === product.name);
	const compatible = Object.entries(listing.attributes).every(
		([name, cell]) => (product.attributes[name] ?? cell) === cell,
	);
	const sameLine = (product.rows ?? []).some(({ table, line }) =>
		listing.rows.some((row) => row.table === table && row.line === line),
	);
	const enough =
		(named && (agrees || shares)) ||
		(shares && agrees && (alone || compatible || sameLine)) ||
		(titled && !otherPhotos(product, listing) && (compatible || sameLine));
	if (!enough) return 0;
	const evidence = [true, named, sameLine, shares, titled, compatible];
	return evidence.reduce((sum, holds, at) => sum + (holds ? 2 ** at : 0), 0);
}
