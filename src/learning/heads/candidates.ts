import * as tf from '@tensorflow/tfjs-core';

/** Rows to learn from. */
export interface LabelledRows {
	/** `[n, d]`, standardised */
	values: Float32Array;
	/** `[n]` label indices */
	classes: Int32Array;
	/** `[n]`: how much each row counts */
	weights: Float32Array;
	/** `[n]`: the fold that holds the row out; −1 for none */
	folds: Int16Array;
	/** Rows from here on are learned from but never judged by: views that nobody will predict from. */
	judged: number;
	/** The product itself and its views. */
	rowsPerProduct: number;
	dimensions: number;
	labels: number;
}

/** One of the heads trained side by side. */
export interface Candidate {
	/** The fold it does not learn from; `null` learns from everything. */
	fold: number | null;
	weightDecay: number;
	/** `[d]` factors of the columns, `null` for all 1: a block's weight, tried without standardising anew. */
	columnFactors: Float32Array | null;
}

/** `[n, k]`: what each row contributes to each candidate's mean loss. */
export function sharesOf(data: LabelledRows, candidates: readonly Candidate[]): Float32Array {
	const { weights, folds } = data;
	const shares = new Float32Array(weights.length * candidates.length);
	for (const [column, { fold }] of candidates.entries()) {
		const learns = (row: number) => fold === null || folds[row] !== fold;
		let total = 0;
		for (const [row, weight] of weights.entries()) if (learns(row)) total += weight;
		for (const [row, weight] of weights.entries())
			if (learns(row)) shares[row * candidates.length + column] = weight / total;
	}
	return shares;
}

export function factorsOf(
	candidates: readonly Candidate[],
	dimensions: number,
	labels: number,
): tf.Tensor2D | null {
	if (candidates.every(({ columnFactors }) => columnFactors === null)) return null;
	return tf.tidy(() => {
		const columns = candidates.map(({ columnFactors }) => {
			const column = columnFactors
				? tf.tensor2d(columnFactors, [dimensions, 1])
				: tf.ones<tf.Rank.R2>([dimensions, 1]);
			return tf.tile(column, [1, labels]);
		});
		return tf.concat2d(columns, 1);
	});
}
