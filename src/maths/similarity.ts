/** Rows `[n, d]` in 8 bits, each with a scale of its own: value = code · scale. */
export interface QuantisedRows {
	codes: Int8Array;
	/** `[n]` */
	scale: Float32Array;
	/** `[n]`: Euclidean length; 0 for a row of which nothing is known. */
	length: Float32Array;
	dimensions: number;
	/** Where there is a quicker way: dot products `[n]` of all codes with these, in an array of its own. */
	dots?: (codes: Int8Array) => Int32Array;
}

const largestCode = 127;

/** Rows `[n, d]` in 8 bits; a row of NaN is one of which nothing is known. The largest value of a row is 127; what that costs is measured in bench/search.ts. */
export function quantisedRows(rows: Float32Array, dimensions: number): QuantisedRows {
	const count = rows.length / dimensions;
	const codes = new Int8Array(rows.length);
	const scale = new Float32Array(count);
	const length = new Float32Array(count);
	for (let row = 0; row < count; row++) {
		const start = row * dimensions;
		let largest = 0;
		let square = 0;
		for (let i = start; i < start + dimensions; i++) {
			const value = rows[i] as number;
			largest = Math.max(largest, Math.abs(value));
			square += value * value;
		}
		if (largest === 0 || Number.isNaN(largest)) continue;
		const unit = largest / largestCode;
		for (let i = start; i < start + dimensions; i++)
			codes[i] = Math.round((rows[i] as number) / unit);
		scale[row] = unit;
		length[row] = Math.sqrt(square);
	}
	return { codes, scale, length, dimensions };
}

/** Dot product of every row with a query `[d]`: `[n]`. Both in 8 bits: integers are what typed arrays are quick at. */
export function dotsWith(rows: QuantisedRows, query: Float32Array): Float32Array {
	const { codes, scale, dimensions } = rows;
	const asked = quantisedRows(query, dimensions);
	const unit = asked.scale[0] ?? 0;
	const dots = new Float32Array(scale.length);
	const found = rows.dots?.(asked.codes);
	for (let row = 0; row < dots.length; row++) {
		const dot = found?.[row] ?? integerDot(codes, row * dimensions, asked.codes, 0, dimensions);
		dots[row] = dot * (scale[row] as number) * unit;
	}
	return dots;
}

/** Four sums side by side, so that one addition need not wait for the last. */
function integerDot(
	a: Int8Array,
	fromA: number,
	b: Int8Array,
	fromB: number,
	count: number,
): number {
	let first = 0;
	let second = 0;
	let third = 0;
	let fourth = 0;
	let i = 0;
	for (; i + 3 < count; i += 4) {
		first = (first + (a[fromA + i] as number) * (b[fromB + i] as number)) | 0;
		second = (second + (a[fromA + i + 1] as number) * (b[fromB + i + 1] as number)) | 0;
		third = (third + (a[fromA + i + 2] as number) * (b[fromB + i + 2] as number)) | 0;
		fourth = (fourth + (a[fromA + i + 3] as number) * (b[fromB + i + 3] as number)) | 0;
	}
	for (; i < count; i++) first = (first + (a[fromA + i] as number) * (b[fromB + i] as number)) | 0;
	return first + second + third + fourth;
}

/** Cosines `[n]` of every row with a query `[d]`; NaN where either is all zeros. */
export function cosinesWith(rows: QuantisedRows, query: Float32Array): Float32Array {
	const length = euclideanLength(query);
	return dotsWith(rows, query).map((dot, row) => {
		const lengths = length * (rows.length[row] as number);
		return lengths === 0 ? Number.NaN : Math.max(-1, Math.min(1, dot / lengths));
	});
}

/** Euclidean distances `[n]` of every row to a query `[d]`; NaN where either is all zeros. */
export function distancesTo(rows: QuantisedRows, query: Float32Array): Float32Array {
	const length = euclideanLength(query);
	return dotsWith(rows, query).map((dot, row) => {
		const own = rows.length[row] as number;
		if (own === 0 || length === 0) return Number.NaN;
		return Math.sqrt(Math.max(0, own * own + length * length - 2 * dot));
	});
}

function euclideanLength(vector: Float32Array): number {
	let square = 0;
	for (const value of vector) square += value * value;
	return Math.sqrt(square);
}

/** Cosine of two rows; 0 where either is all zeros. */
export function cosineOfRows(rows: QuantisedRows, a: number, b: number): number {
	const { codes, scale, length, dimensions } = rows;
	const lengths = (length[a] as number) * (length[b] as number);
	if (lengths === 0) return 0;
	const dot = integerDot(codes, a * dimensions, codes, b * dimensions, dimensions);
	return (dot * (scale[a] as number) * (scale[b] as number)) / lengths;
}

/** A row as numbers again, `[d]`. */
export function rowOf({ codes, scale, dimensions }: QuantisedRows, row: number): Float32Array {
	const unit = scale[row] as number;
	return Float32Array.from(
		codes.subarray(row * dimensions, (row + 1) * dimensions),
		(code) => code * unit,
	);
}

/** Share of the members of either set that are in both (Jaccard, 1901); NaN where one is empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size === 0 || b.size === 0) return Number.NaN;
	let both = 0;
	for (const member of a) if (b.has(member)) both++;
	return both / (a.size + b.size - both);
}

/** Indices of the largest scores, largest first, of equal ones the earlier first; NaN is never among them. */
export function largest(scores: Float32Array, count: number): number[] {
	const found: number[] = [];
	// Few get in once the first are there: most are looked at once and left.
	let least = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i] as number;
		if (Number.isNaN(score) || count <= 0 || (found.length === count && score <= least)) continue;
		let place = found.length;
		while (place > 0 && (scores[found[place - 1] as number] as number) < score) place--;
		found.splice(place, 0, i);
		if (found.length > count) found.pop();
		least = scores[found[found.length - 1] as number] as number;
	}
	return found;
}

/** Below this, what is left of a row is rounding. */
const leastLength = 1e-3;

function emptyRows({ codes, length, dimensions }: QuantisedRows): QuantisedRows {
	return {
		codes: new Int8Array(codes.length),
		scale: new Float32Array(length.length),
		length: new Float32Array(length.length),
		dimensions,
	};
}

/**
 * Unit rows less their mean, in 8 bits again: what all have in common says nothing of any.
 * @param centred where to, all zeros
 */
export function centredRows(rows: QuantisedRows, centred = emptyRows(rows)): QuantisedRows {
	const { dimensions, length } = rows;
	const mean = new Float64Array(dimensions);
	let known = 0;
	for (const [row, own] of length.entries()) {
		if (own === 0) continue;
		known++;
		for (const [i, value] of rowOf(rows, row).entries())
			mean[i] = (mean[i] as number) + value / own;
	}
	for (const [row, own] of length.entries()) {
		if (own === 0) continue;
		const rest = rowOf(rows, row).map((value, i) => value / own - (mean[i] as number) / known);
		const one = quantisedRows(rest, dimensions);
		if ((one.length[0] as number) < leastLength) continue;
		centred.codes.set(one.codes, row * dimensions);
		centred.scale[row] = one.scale[0] as number;
		centred.length[row] = one.length[0] as number;
	}
	return centred;
}

/** Standard deviation of what is known, so that two measures can be added; 1 where nothing differs. */
export function spread(values: Float32Array): number {
	let count = 0;
	let sum = 0;
	let square = 0;
	for (const value of values) {
		if (Number.isNaN(value)) continue;
		count++;
		sum += value;
		square += value * value;
	}
	const deviation = Math.sqrt(Math.max(0, square / count - (sum / count) ** 2));
	return deviation > 1e-6 ? deviation : 1;
}

/**
 * Picks candidates one by one: near to what was asked, and unlike what is picked already (maximal marginal
 * relevance, Carbonell & Goldstein 1998).
 * @param relevance of each candidate, best first; brought to 0–1 here
 * @param alike how alike two candidates are, 0–1
 * @param diversity 0 leaves the order as it is
 * @returns places among the candidates
 */
export function diversified(
	relevance: readonly number[],
	alike: (a: number, b: number) => number,
	diversity: number,
	count: number,
): number[] {
	const best = relevance[0] ?? 0;
	const worst = relevance.at(-1) ?? 0;
	const scaled = relevance.map((value) => (best > worst ? (value - worst) / (best - worst) : 1));
	const left = new Set(relevance.keys());
	const nearest = new Float32Array(relevance.length);
	const picked: number[] = [];
	while (picked.length < count && left.size > 0) {
		let next = -1;
		let most = Number.NEGATIVE_INFINITY;
		for (const place of left) {
			const worth =
				(1 - diversity) * (scaled[place] as number) - diversity * (nearest[place] as number);
			if (worth > most) [next, most] = [place, worth];
		}
		picked.push(next);
		left.delete(next);
		for (const place of left)
			nearest[place] = Math.max(nearest[place] as number, alike(place, next));
	}
	return picked;
}
