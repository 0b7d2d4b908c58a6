import { seededRandom } from './seededRandom';

/** Rows put into groups around centres. */
export interface Clustering {
	/** `[k, d]` */
	centres: Float32Array;
	/** `[n]`: the group of each row. */
	groups: Int32Array;
	/** `[n]`: squared distance of each row to its centre. */
	distances: Float32Array;
	/** Sum of the squared distances: what k-means makes small. */
	spread: number;
}

interface KMeansSettings {
	/** Groups; as many as there are rows when there are fewer. */
	count: number;
	/** Starts from other centres; the best is kept. */
	starts: number;
	seed: number;
}

const mostPasses = 60;

/**
 * k-means (Lloyd, 1982) from centres drawn far from each other (k-means++, Arthur and Vassilvitskii, 2007).
 * Yields after each pass over the rows, so that whoever runs it can look for a cancel; the return value is the result.
 * @param rows `[n, d]`, all known, at least one
 */
export function* kMeans(
	rows: Float32Array,
	dimensions: number,
	{ count, starts, seed }: KMeansSettings,
): Generator<undefined, Clustering> {
	const random = seededRandom(seed);
	let best: Clustering | null = null;
	for (let start = 0; start < Math.max(1, starts); start++) {
		const centres = drawnCentres(rows, dimensions, count, random);
		let found = assigned(rows, centres, dimensions);
		yield;
		for (let pass = 0; pass < mostPasses; pass++) {
			moveToMeans(centres, rows, found, dimensions);
			const next = assigned(rows, centres, dimensions);
			yield;
			const settled = next.groups.every((group, row) => group === found.groups[row]);
			found = next;
			if (settled) break;
		}
		if (!best || found.spread < best.spread) best = found;
	}
	return best as Clustering;
}

/** Each row with its nearest centre. */
export function assigned(
	rows: Float32Array,
	centres: Float32Array,
	dimensions: number,
): Clustering {
	const d = dimensions;
	const n = rows.length / d;
	const groups = new Int32Array(n);
	const distances = new Float32Array(n);
	let spread = 0;
	for (let row = 0; row < n; row++) {
		let nearest = Number.POSITIVE_INFINITY;
		for (let group = 0; group < centres.length / d; group++) {
			const distance = squaredDistance(rows, row * d, centres, group * d, d);
			if (distance >= nearest) continue;
			nearest = distance;
			groups[row] = group;
		}
		distances[row] = nearest;
		spread += nearest;
	}
	return { centres, groups, distances, spread };
}

function squaredDistance(
	a: Float32Array,
	fromA: number,
	b: Float32Array,
	fromB: number,
	d: number,
): number {
	let sum = 0;
	for (let i = 0; i < d; i++) {
		const difference = (a[fromA + i] as number) - (b[fromB + i] as number);
		sum += difference * difference;
	}
	return sum;
}

/** Rows drawn one by one, each with a chance in proportion to its squared distance to the nearest drawn before. */
function drawnCentres(
	rows: Float32Array,
	d: number,
	count: number,
	random: () => number,
): Float32Array {
	const n = rows.length / d;
	const wanted = Math.min(count, n);
	const centres = new Float32Array(wanted * d);
	const nearest = new Float64Array(n).fill(1);
	for (let group = 0; group < wanted; group++) {
		const row = drawn(nearest, random);
		centres.set(rows.subarray(row * d, (row + 1) * d), group * d);
		for (let other = 0; other < n; other++) {
			const distance = squaredDistance(rows, other * d, centres, group * d, d);
			nearest[other] = group === 0 ? distance : Math.min(nearest[other] as number, distance);
		}
	}
	return centres;
}

/** A place with a chance in proportion to its weight; any when all are 0. */
function drawn(weights: Float64Array, random: () => number): number {
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	for (const [at, weight] of weights.entries()) {
		left -= weight;
		if (left < 0) return at;
	}
	return Math.floor(random() * weights.length);
}

/** Moves each centre to the mean of its rows; one that has none, to the row farthest from its own centre. */
function moveToMeans(
	centres: Float32Array,
	rows: Float32Array,
	{ groups, distances }: Clustering,
	d: number,
): void {
	const count = centres.length / d;
	const sums = new Float64Array(centres.length);
	const sizes = new Int32Array(count);
	for (const [row, group] of groups.entries()) {
		sizes[group] = (sizes[group] as number) + 1;
		for (let i = 0; i < d; i++)
			sums[group * d + i] = (sums[group * d + i] as number) + (rows[row * d + i] as number);
	}
	const farthest = [...distances.keys()].sort(
		(a, b) => (distances[b] as number) - (distances[a] as number),
	);
	let taken = 0;
	for (let group = 0; group < count; group++) {
		const size = sizes[group] as number;
		if (size > 0)
			for (let i = 0; i < d; i++) centres[group * d + i] = (sums[group * d + i] as number) / size;
		else {
			const row = farthest[taken++] ?? 0;
			centres.set(rows.subarray(row * d, (row + 1) * d), group * d);
		}
	}
}
