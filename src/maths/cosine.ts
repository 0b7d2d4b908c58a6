/** Cosine of two vectors; NaN when their lengths differ or one is zero, which no bound lets pass. */
export function cosine(a: Float32Array, b: Float32Array): number {
	if (a.length !== b.length) return Number.NaN;
	let product = 0;
	let squareA = 0;
	let squareB = 0;
	for (let i = 0; i < a.length; i++) {
		const x = a[i] as number;
		const y = b[i] as number;
		product += x * y;
		squareA += x * x;
		squareB += y * y;
	}
	return product / Math.sqrt(squareA * squareB);
}
