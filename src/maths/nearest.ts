/** Rows `[n, d]` each divided by its length; a row of zeros stays one. */
export function unitRows(rows: Float32Array, dimensions: number): Float32Array {
	const out = rows.slice();
	for (let start = 0; start < out.length; start += dimensions) {
		const row = out.subarray(start, start + dimensions);
		let square = 0;
		for (const value of row) square += value * value;
		if (square === 0) continue;
		const length = Math.sqrt(square);
		for (let i = 0; i < dimensions; i++) row[i] = (row[i] as number) / length;
	}
	return out;
}

/** Dot products of every row of `a` `[n, d]` with every row of `b` `[m, d]`: `[n, m]`; cosines if both are unit rows. */
export function dotProducts(a: Float32Array, b: Float32Array, dimensions: number): Float32Array {
	const n = a.length / dimensions;
	const m = b.length / dimensions;
	const out = new Float32Array(n * m);
	for (let i = 0; i < n; i++)
		for (let j = 0; j < m; j++) {
			let sum = 0;
			for (let k = 0; k < dimensions; k++)
				sum += (a[i * dimensions + k] as number) * (b[j * dimensions + k] as number);
			out[i * m + j] = sum;
		}
	return out;
}

/**
 * The direction of each class: mean of its unit rows, made unit again (Snell et al., 2017, with cosine).
 * @param rows `[n, d]`
 * @param classes `[n]`
 * @returns `[count, d]`; zeros for a class without rows
 */
export function prototypes(
	rows: Float32Array,
	classes: ArrayLike<number>,
	count: number,
	dimensions: number,
): Float32Array {
	const unit = unitRows(rows, dimensions);
	const sums = new Float32Array(count * dimensions);
	for (let row = 0; row < classes.length; row++) {
		const start = (classes[row] as number) * dimensions;
		for (let i = 0; i < dimensions; i++)
			sums[start + i] = (sums[start + i] as number) + (unit[row * dimensions + i] as number);
	}
	return unitRows(sums, dimensions);
}

/** Added to every class's votes, so that one nobody voted for is improbable and not impossible. */
export const leastVote = 0.01;

/**
 * Votes of the nearest rows for their classes, each weighted by its cosine (Dudani, 1976, in spirit).
 * @param cosines `[n, m]` of n queries to m known rows
 * @param classes `[m]`
 * @param neighbours k; all rows where there are fewer
 * @param skip row of the known ones that query i must not see (itself, when held out), or −1
 * @returns logarithms of the votes, `[n, count]`: a softmax of them is the share of votes
 */
export function neighbourScores(
	cosines: Float32Array,
	classes: ArrayLike<number>,
	count: number,
	neighbours: number,
	skip?: (query: number, known: number) => boolean,
): Float32Array {
	const known = classes.length;
	const queries = known === 0 ? 0 : cosines.length / known;
	const scores = new Float32Array(queries * count).fill(Math.log(leastVote));
	for (let query = 0; query < queries; query++) {
		const row = cosines.subarray(query * known, (query + 1) * known);
		const order: number[] = [];
		for (let j = 0; j < known; j++) if (!skip?.(query, j)) order.push(j);
		order.sort((a, b) => (row[b] as number) - (row[a] as number));
		const votes = new Float64Array(count).fill(leastVote);
		for (const j of order.slice(0, neighbours)) {
			const of = classes[j] as number;
			votes[of] = (votes[of] as number) + Math.max(0, row[j] as number);
		}
		for (const [of, vote] of votes.entries()) scores[query * count + of] = Math.log(vote);
	}
	return scores;
}
