import type { SimilarHit, SimilarQuery, SimilarSettings } from '../domain/similar';
import {
	cosineOfRows,
	cosinesWith,
	distancesTo,
	diversified,
	jaccard,
	largest,
	type QuantisedRows,
	rowOf,
	spread,
} from './similarity';
import { blended, type Together, takenTogether } from './takenTogether';

/** A catalogue as it is searched: row i of everything is product i. */
export interface ProductIndex {
	ids: string[];
	/** Row of a product by its id. */
	rows: ReadonlyMap<string, number>;
	photos: QuantisedRows;
	titles: QuantisedRows;
	attributes: ReadonlySet<string>[];
	/** Who took what, by row; `null` where that is not known. */
	together: Together | null;
}

/** Candidates per product wanted, where those picked shall differ. */
const candidatesPerPick = 5;

/**
 * The products nearest to a query, nearest first; never those that are asked about, nor any that nothing is known of.
 * Photos and titles are brought to the same spread before they are weighed: cosines of photos lie closer together.
 * @param among `[products]`: 1 for those that may be found; `null` for all
 */
export function nearestProducts(
	index: ProductIndex,
	query: SimilarQuery,
	settings: SimilarSettings,
	among: Uint8Array | null,
): SimilarHit[] {
	const own = query.productIds.flatMap((id) => index.rows.get(id) ?? []);
	const photo = query.photo ?? meanOf(index.photos, own);
	const title = query.title ?? meanOf(index.titles, own);
	const wanted = new Set(own.flatMap((row) => [...(index.attributes[row] ?? [])]));
	const unknown = new Float32Array(index.ids.length).fill(Number.NaN);
	const photos = photo ? cosinesWith(index.photos, photo) : unknown;
	const titles = title ? cosinesWith(index.titles, title) : unknown;
	const content = combined();
	const taken = index.together && own.length > 0 ? takenTogether(index.together, own) : null;
	const scores =
		taken && settings.together > 0 ? blended(content, taken, settings.together) : content;
	for (const row of own) scores[row] = Number.NaN;
	if (among)
		for (let row = 0; row < scores.length; row++) if (!among[row]) scores[row] = Number.NaN;
	const { count, diversity } = settings;
	const found = largest(scores, diversity > 0 ? count * candidatesPerPick : count);
	const picked = diversified(
		found.map((row) => scores[row] as number),
		(a, b) => alike(found[a] as number, found[b] as number),
		diversity,
		count,
	);
	return picked.map((place) => {
		const row = found[place] as number;
		return {
			productId: index.ids[row] as string,
			photo: orNull(photos[row]),
			title: orNull(titles[row]),
			together: taken && (taken[row] as number) / own.length,
			attributes: orNull(jaccard(wanted, index.attributes[row] ?? new Set())),
		};
	});

	function combined(): Float32Array {
		if (settings.measure === 'attributes')
			return Float32Array.from(index.attributes, (set) => jaccard(wanted, set));
		const near = settings.measure === 'cosine';
		const ofPhotos = near || !photo ? photos : negated(distancesTo(index.photos, photo));
		const ofTitles = near || !title ? titles : negated(distancesTo(index.titles, title));
		// What only one of them is asked about is all that counts.
		const weight = !title ? 1 : !photo ? 0 : settings.photoWeight;
		return weighed(ofPhotos, ofTitles, weight);
	}

	function alike(a: number, b: number): number {
		const { photoWeight: weight } = settings;
		return Math.max(
			0,
			weight * cosineOfRows(index.photos, a, b) + (1 - weight) * cosineOfRows(index.titles, a, b),
		);
	}
}

/** How near all products are to some by photo and title alike; NaN where nothing is known. */
export function contentScores(index: ProductIndex, of: number[]): Float32Array {
	const unknown = new Float32Array(index.ids.length).fill(Number.NaN);
	const [photo, title] = [meanOf(index.photos, of), meanOf(index.titles, of)];
	return weighed(
		photo ? cosinesWith(index.photos, photo) : unknown,
		title ? cosinesWith(index.titles, title) : unknown,
		!title ? 1 : !photo ? 0 : 0.5,
	);
}

/**
 * Both as multiples of their spread, weighed. A product that lacks one of them counts there as the least of all; one
 * that lacks all that weighs anything is unknown.
 */
function weighed(photos: Float32Array, titles: Float32Array, weight: number): Float32Array {
	const parts = [
		{ values: photos, weight },
		{ values: titles, weight: 1 - weight },
	].filter((part) => part.weight > 0);
	const scaled = parts.map(({ values, weight }) => {
		const factor = weight / spread(values);
		let least = Number.POSITIVE_INFINITY;
		for (const value of values) if (value < least) least = value;
		return { values, factor, least };
	});
	return photos.map((_, row) => {
		let sum = 0;
		let known = false;
		for (const { values, factor, least } of scaled) {
			const value = values[row] as number;
			if (!Number.isNaN(value)) known = true;
			sum += factor * (Number.isNaN(value) ? least : value);
		}
		return known ? sum : Number.NaN;
	});
}

/** Mean direction of some rows; `null` where nothing is known of any. */
function meanOf(rows: QuantisedRows, of: number[]): Float32Array | null {
	const known = of.filter((row) => (rows.length[row] as number) > 0);
	const [first] = known;
	if (first === undefined) return null;
	// One product is asked about as it is: its distance means something.
	if (known.length === 1) return rowOf(rows, first);
	const mean = new Float32Array(rows.dimensions);
	for (const row of known) {
		const length = rows.length[row] as number;
		rowOf(rows, row).forEach((value, i) => {
			mean[i] = (mean[i] as number) + value / length;
		});
	}
	return mean;
}

function negated(values: Float32Array): Float32Array {
	return values.map((value) => -value);
}

function orNull(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}
