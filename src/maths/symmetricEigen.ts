/** Sweeps after which what is left off the diagonal is rounding, whatever the matrix. */
const mostSweeps = 30;

export interface Eigen {
	/** Largest first. */
	values: Float64Array;
	/** `[d, d]`: row i is the direction of value i, of length 1. */
	vectors: Float64Array;
}

/**
 * Eigenvalues and directions of a symmetric matrix `[d, d]`, by rotating one pair of axes after the other (Jacobi,
 * 1846). Exact to rounding; time grows with d³, so it is for a hundred dimensions, not for thousands.
 */
export function symmetricEigen(matrix: Float64Array, dimensions: number): Eigen {
	const d = dimensions;
	const a = matrix.slice();
	const directions = new Float64Array(d * d);
	for (let i = 0; i < d; i++) directions[i * d + i] = 1;
	const size = a.reduce((sum, value) => sum + value * value, 0);
	for (let sweep = 0; sweep < mostSweeps; sweep++) {
		let off = 0;
		for (let p = 0; p < d; p++)
			for (let q = p + 1; q < d; q++) off += (a[p * d + q] as number) ** 2;
		if (off <= 1e-24 * size) break;
		for (let p = 0; p < d; p++)
			for (let q = p + 1; q < d; q++) {
				const between = a[p * d + q] as number;
				if (between === 0) continue;
				const theta = ((a[q * d + q] as number) - (a[p * d + p] as number)) / (2 * between);
				const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
				const cos = 1 / Math.hypot(t, 1);
				const sin = t * cos;
				for (let i = 0; i < d; i++) rotate(a, i * d + p, i * d + q, cos, sin);
				for (let i = 0; i < d; i++) rotate(a, p * d + i, q * d + i, cos, sin);
				for (let i = 0; i < d; i++) rotate(directions, p * d + i, q * d + i, cos, sin);
			}
	}
	const order = [...Array(d).keys()].sort(
		(i, j) => (a[j * d + j] as number) - (a[i * d + i] as number),
	);
	const vectors = new Float64Array(d * d);
	for (const [at, i] of order.entries())
		vectors.set(directions.subarray(i * d, (i + 1) * d), at * d);
	return { values: Float64Array.from(order, (i) => a[i * d + i] as number), vectors };
}

function rotate(values: Float64Array, i: number, j: number, cos: number, sin: number): void {
	const first = values[i] as number;
	const second = values[j] as number;
	values[i] = cos * first - sin * second;
	values[j] = sin * first + cos * second;
}
