import { seededRandom, shuffled } from '../seededRandom';
import {
	centredRows,
	cosinesWith,
	largest,
	type QuantisedRows,
	rowOf,
	spread,
} from '../similarity';

/** Products that each product is held against. Rows are nearest first; −1 pads. */
export interface Neighbourhood {
	/** `[n, neighboursWanted]` by photo and title together. */
	near: Int32Array;
	/** `[n, neighboursWanted]` by photo, and by title. */
	lookAlike: Int32Array;
	calledAlike: Int32Array;
	/**
	 * `[n]` Share of products that look more like those called alike than the product does, and of those that are called
	 * more like those looking alike. About 0 where photo and title go together; NaN where nothing can be said.
	 */
	photoShare: Float32Array;
	titleShare: Float32Array;
	/** `[n]` Mean cosine of the photo to the three nearest of its label; NaN where there are none. */
	inLabel: Float32Array;
	/** `[n, nearestInLabel]` */
	nearInLabel: Int32Array;
}

export const neighboursWanted = 10;
export const nearestInLabel = 3;

/** Products that shares are taken over: enough for whole percents. */
const sampleSize = 400;
/** Of fewer products a share means nothing. */
const leastSample = 20;
/** Products to look for neighbours among: all with all would take hours for 100,000. */
const largestReference = 10_000;

/**
 * Looks at the surroundings of one product after the other. Photos and titles are compared after what all of them have
 * in common is taken away, or photos of one catalogue are all alike.
 * @param labels `[n]` index of the label of each product, −1 without one
 * @param room where there are rows that are quicker to compare: as many of them, all zeros
 */
export function neighbourhoods(
	from: { photos: QuantisedRows; titles: QuantisedRows; labels: Int32Array; seed: number },
	room?: (like: QuantisedRows) => QuantisedRows,
) {
	const { labels, seed } = from;
	const photos = centredRows(from.photos, room?.(from.photos));
	const titles = centredRows(from.titles, room?.(from.titles));
	const count = labels.length;
	const drawn = shuffled([...labels.keys()], seededRandom(seed));
	const sample = drawn.slice(0, sampleSize);
	const left = drawn.slice(largestReference);
	const sampled = { photos: pickedRows(photos, sample), titles: pickedRows(titles, sample) };
	const found: Neighbourhood = {
		near: new Int32Array(count * neighboursWanted).fill(-1),
		lookAlike: new Int32Array(count * neighboursWanted).fill(-1),
		calledAlike: new Int32Array(count * neighboursWanted).fill(-1),
		photoShare: new Float32Array(count).fill(Number.NaN),
		titleShare: new Float32Array(count).fill(Number.NaN),
		inLabel: new Float32Array(count).fill(Number.NaN),
		nearInLabel: new Int32Array(count * nearestInLabel).fill(-1),
	};

	/** Cosines to all others that may be neighbours. */
	function others(rows: QuantisedRows, row: number): Float32Array {
		const cosines = cosinesWith(rows, rowOf(rows, row));
		for (const other of left) cosines[other] = Number.NaN;
		cosines[row] = Number.NaN;
		return cosines;
	}

	/** Share of the sample that is nearer to the middle of `members` than `row` is. */
	function share(kind: 'photos' | 'titles', row: number, members: number[]): number {
		const rows = kind === 'photos' ? photos : titles;
		const known = members.filter((member) => (rows.length[member] as number) > 0);
		if (known.length === 0 || rows.length[row] === 0) return Number.NaN;
		const middle = meanRow(rows, known);
		const [own = Number.NaN] = cosinesWith(pickedRows(rows, [row]), middle);
		const skipped = new Set([row, ...known]);
		let compared = 0;
		let nearer = 0;
		for (const [at, cosine] of cosinesWith(sampled[kind], middle).entries()) {
			if (Number.isNaN(cosine) || skipped.has(sample[at] as number)) continue;
			compared++;
			if (cosine > own) nearer++;
		}
		return compared < leastSample ? Number.NaN : nearer / compared;
	}

	return {
		look(row: number): void {
			const byPhoto = others(photos, row);
			const byTitle = others(titles, row);
			const lookAlike = largest(byPhoto, neighboursWanted);
			const calledAlike = largest(byTitle, neighboursWanted);
			const start = row * neighboursWanted;
			found.lookAlike.set(lookAlike, start);
			found.calledAlike.set(calledAlike, start);
			found.near.set(largest(together(byPhoto, byTitle), neighboursWanted), start);
			found.photoShare[row] = share('photos', row, calledAlike);
			found.titleShare[row] = share('titles', row, lookAlike);
			const label = labels[row] as number;
			if (label < 0) return;
			const same = byPhoto.map((cosine, i) => (labels[i] === label ? cosine : Number.NaN));
			const nearest = largest(same, nearestInLabel);
			found.nearInLabel.set(nearest, row * nearestInLabel);
			const sum = nearest.reduce((all, i) => all + (same[i] as number), 0);
			found.inLabel[row] = sum / nearest.length;
		},
		found,
	};
}

/** Both in multiples of their spread; where one is unknown the other decides, and NaN where both are. */
function together(photos: Float32Array, titles: Float32Array): Float32Array {
	const [ofPhotos, ofTitles] = [spread(photos), spread(titles)];
	return photos.map((photo, i) => {
		const title = titles[i] as number;
		if (Number.isNaN(photo)) return title / ofTitles;
		return photo / ofPhotos + (Number.isNaN(title) ? 0 : title / ofTitles);
	});
}

function pickedRows({ codes, scale, length, dimensions }: QuantisedRows, of: number[]) {
	const picked: QuantisedRows = {
		codes: new Int8Array(of.length * dimensions),
		scale: Float32Array.from(of, (row) => scale[row] as number),
		length: Float32Array.from(of, (row) => length[row] as number),
		dimensions,
	};
	for (const [at, row] of of.entries())
		picked.codes.set(codes.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
	return picked;
}

/** Mean of unit rows. */
function meanRow(rows: QuantisedRows, of: number[]): Float32Array {
	const mean = new Float32Array(rows.dimensions);
	for (const row of of) {
		const length = rows.length[row] as number;
		for (const [i, value] of rowOf(rows, row).entries())
			mean[i] = (mean[i] as number) + value / length / of.length;
	}
	return mean;
}
