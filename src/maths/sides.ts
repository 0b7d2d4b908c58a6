/*
 * The two sides of a row that holds a photo's columns and, behind them, a title's. Standardising makes 0 of what is
 * missing, so a side of nothing but zeros is one that the product does not have.
 */

/** Columns `[from, to)` of rows `[n, width]`. */
export function columnsOf(
	rows: Float32Array,
	width: number,
	from: number,
	to: number,
): Float32Array {
	const count = rows.length / width;
	const out = new Float32Array(count * (to - from));
	for (let row = 0; row < count; row++)
		out.set(rows.subarray(row * width + from, row * width + to), row * (to - from));
	return out;
}

/** `[n]`: whether each row `[n, width]` has anything. */
export function thereOf(rows: Float32Array, width: number): boolean[] {
	return Array.from({ length: rows.length / width }, (_, row) =>
		rows.subarray(row * width, (row + 1) * width).some((value) => value !== 0),
	);
}
