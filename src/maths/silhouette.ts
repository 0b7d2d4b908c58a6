/** Euclidean distances of all rows `[n, d]` to each other: `[n, n]`. */
export function distanceTable(rows: Float32Array, dimensions: number): Float32Array {
	const d = dimensions;
	const n = rows.length / d;
	const table = new Float32Array(n * n);
	for (let a = 0; a < n; a++)
		for (let b = a + 1; b < n; b++) {
			let sum = 0;
			for (let i = 0; i < d; i++) {
				const difference = (rows[a * d + i] as number) - (rows[b * d + i] as number);
				sum += difference * difference;
			}
			table[a * n + b] = Math.sqrt(sum);
			table[b * n + a] = Math.sqrt(sum);
		}
	return table;
}

/**
 * How clearly groups stand apart (Rousseeuw, 1987): of each row (b − a) / max(a, b), where a is its mean distance to
 * the rest of its group and b that to the nearest other group; 0 for a row that is a group by itself. From −1 to 1.
 * @param distances `[n, n]`
 * @param groups `[n]`
 * @returns the mean over all rows; 0 when there are fewer than two groups
 */
export function meanSilhouette(
	distances: Float32Array,
	groups: ArrayLike<number>,
	count: number,
): number {
	const n = groups.length;
	const sizes = new Int32Array(count);
	for (let row = 0; row < n; row++)
		sizes[groups[row] as number] = (sizes[groups[row] as number] as number) + 1;
	if (sizes.filter((size) => size > 0).length < 2) return 0;
	let total = 0;
	const sums = new Float64Array(count);
	for (let row = 0; row < n; row++) {
		const own = groups[row] as number;
		if (sizes[own] === 1) continue;
		sums.fill(0);
		for (let other = 0; other < n; other++) {
			const group = groups[other] as number;
			sums[group] = (sums[group] as number) + (distances[row * n + other] as number);
		}
		const within = (sums[own] as number) / ((sizes[own] as number) - 1);
		let nearest = Number.POSITIVE_INFINITY;
		for (let group = 0; group < count; group++)
			if (group !== own && (sizes[group] as number) > 0)
				nearest = Math.min(nearest, (sums[group] as number) / (sizes[group] as number));
		const larger = Math.max(within, nearest);
		if (larger > 0) total += (nearest - within) / larger;
	}
	return total / n;
}
