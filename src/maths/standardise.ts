import type { Standardisation } from '../domain/head';

/** Below this a column is taken for constant: nothing can be learned from it, and dividing by it would. */
const leastDeviation = 1e-6;

/**
 * Length of a row of counted terms, beside 1 for an embedding: each label hangs on a few rare terms, whose weights would
 * else have to grow far beyond what training of the usual length reaches.
 */
const countedLength = 3;

/** Columns of one embedding, next to each other. */
export interface ColumnBlock {
	dimensions: number;
	/** How much the block counts beside the others. */
	weight: number;
	/**
	 * Columns of counted terms: all scaled alike and not centred. What a rare term says is in its number already, and a
	 * text without any of the terms stays 0.
	 */
	counted?: boolean;
}

/**
 * Mean and scale of each column, from training rows alone, such that a row of a block has a squared length of
 * `weight²` on average whatever the block's width. Without that a 2048-wide photo drowns a 384-wide title,
 * and the two together do worse than the better one alone.
 * @param tables `[n, d]` each, together the rows; NaN where a product has no such embedding, which is left out of the
 * block's figures
 */
export function fitStandardisation(
	tables: readonly Float32Array[],
	blocks: readonly ColumnBlock[],
): Standardisation {
	const width = blocks.reduce((sum, block) => sum + block.dimensions, 0);
	const sum = new Float64Array(width);
	const present = new Float64Array(width);
	const eachKnown = (use: (value: number, column: number) => void): void => {
		for (const rows of tables)
			for (let i = 0; i < rows.length; i++) {
				const value = rows[i] as number;
				if (!Number.isNaN(value)) use(value, i % width);
			}
	};
	eachKnown((value, column) => {
		sum[column] = (sum[column] as number) + value;
		present[column] = (present[column] as number) + 1;
	});
	// A block that nobody has stays at 0 and is scaled to 0.
	const mean = Float32Array.from(sum, (total, i) => total / Math.max(1, present[i] as number));
	const squares = new Float64Array(width);
	eachKnown((value, column) => {
		squares[column] = (squares[column] as number) + (value - (mean[column] as number)) ** 2;
	});
	const scale = new Float32Array(width);
	let column = 0;
	for (const { dimensions, weight, counted } of blocks) {
		const end = column + dimensions;
		if (counted) {
			const rows = present[column] as number;
			let square = 0;
			for (let i = column; i < end; i++)
				square += (squares[i] as number) + rows * (mean[i] as number) ** 2;
			mean.fill(0, column, end);
			scale.fill(
				square === 0 ? 0 : (countedLength * weight) / Math.sqrt(square / rows),
				column,
				end,
			);
			column = end;
			continue;
		}
		for (; column < end; column++) {
			const variance = (squares[column] as number) / Math.max(1, present[column] as number);
			const deviation = Math.sqrt(variance);
			scale[column] = deviation < leastDeviation ? 0 : weight / (deviation * Math.sqrt(dimensions));
		}
	}
	return { mean, scale };
}

/**
 * @param rows `[n, d]`
 * @returns `[n, d]`; what is missing (NaN) becomes 0: as if it were average
 */
export function standardise(rows: Float32Array, { mean, scale }: Standardisation): Float32Array {
	const width = mean.length;
	const out = new Float32Array(rows.length);
	for (let start = 0; start < rows.length; start += width)
		for (let column = 0; column < width; column++) {
			const value = rows[start + column] as number;
			if (!Number.isNaN(value))
				out[start + column] = (value - (mean[column] as number)) * (scale[column] as number);
		}
	return out;
}
