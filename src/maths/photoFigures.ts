import type { Photo, Product } from '../domain/product';

/** Products that lack something, by id, in the catalogue's order. */
export interface MissingFigures {
	withTitle: string[];
	withoutTitle: string[];
	/** With at least one photo, readable or not. */
	withPhoto: string[];
	withoutPhoto: string[];
	/** With at least one photo that could not be decoded. */
	unreadablePhoto: string[];
}

export function missingFigures(
	products: readonly Product[],
	photos: ReadonlyMap<string, Photo>,
): MissingFigures {
	const figures: MissingFigures = {
		withTitle: [],
		withoutTitle: [],
		withPhoto: [],
		withoutPhoto: [],
		unreadablePhoto: [],
	};
	for (const product of products) {
		figures[product.title ? 'withTitle' : 'withoutTitle'].push(product.id);
		figures[product.photos.length > 0 ? 'withPhoto' : 'withoutPhoto'].push(product.id);
		if (product.photos.some(({ photoId }) => photos.get(photoId)?.problem))
			figures.unreadablePhoto.push(product.id);
	}
	return figures;
}

/** Shorter sides in pixels at which a new bar begins, after the one below what the networks look at. */
const sideSteps = [500, 1000, 2000];

export type PhotoSizeBin =
	/** Shorter side from `from` up to, but not including, `below`; `null` is without end. */
	| { kind: 'side'; from: number; below: number | null }
	/** Could not be decoded. */
	| { kind: 'unreadable' }
	/** Has not been decoded yet. */
	| { kind: 'waiting' };

export interface PhotoSizes {
	/** Every size, and what has none where there is such a photo. Every photo is in exactly one. */
	bars: { bin: PhotoSizeBin; photos: number; productIds: string[] }[];
	/** Different photos that products have. */
	photos: number;
	/** Of all files together, of the one in the middle, and of the largest. */
	bytes: { total: number; median: number; largest: number };
	/** Products with the largest file. */
	largestIn: string[];
}

/**
 * How large the photos of these products are; a photo that several share counts once.
 * @param networkSide side in pixels of what the networks look at: smaller photos are blown up for them
 */
export function photoSizes(
	products: readonly Product[],
	photos: ReadonlyMap<string, Photo>,
	networkSide: number,
): PhotoSizes {
	const starts = [0, networkSide, ...sideSteps.filter((side) => side > networkSide)];
	const bars: PhotoSizes['bars'] = [
		...starts.map((from, i) => ({ kind: 'side', from, below: starts[i + 1] ?? null }) as const),
		{ kind: 'unreadable' } as const,
		{ kind: 'waiting' } as const,
	].map((bin) => ({ bin, photos: 0, productIds: [] }));
	const barOf = new Map<string, number>();
	const sizes: number[] = [];
	let largest: Photo | null = null;
	for (const { photos: references } of products)
		for (const { photoId } of references) {
			const photo = photos.get(photoId);
			if (!photo || barOf.has(photoId)) continue;
			const at = barAt(photo, starts);
			barOf.set(photoId, at);
			const bar = bars[at];
			if (bar) bar.photos += 1;
			sizes.push(photo.bytes);
			if (!largest || photo.bytes > largest.bytes) largest = photo;
		}
	const largestIn: string[] = [];
	for (const { id, photos: references } of products) {
		for (const at of new Set(references.map(({ photoId }) => barOf.get(photoId) ?? -1)))
			bars[at]?.productIds.push(id);
		if (references.some(({ photoId }) => photoId === largest?.id)) largestIn.push(id);
	}
	sizes.sort((a, b) => a - b);
	return {
		bars: bars.filter(({ bin, photos }) => bin.kind === 'side' || photos > 0),
		photos: barOf.size,
		bytes: {
			total: sizes.reduce((sum, bytes) => sum + bytes, 0),
			median: sizes[Math.floor((sizes.length - 1) / 2)] ?? 0,
			largest: largest?.bytes ?? 0,
		},
		largestIn,
	};
}

function barAt({ problem, width, height }: Photo, starts: readonly number[]): number {
	if (problem) return starts.length;
	const side = Math.min(width, height);
	if (side === 0) return starts.length + 1;
	return starts.findLastIndex((from) => side >= from);
}
