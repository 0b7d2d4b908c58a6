import * as tf from '@tensorflow/tfjs-core';
import { normalPair, seededRandom } from '../../maths/seededRandom';
import { type Candidate, factorsOf, type LabelledRows } from './candidates';
import { type LinearLoss, steepest } from './linearLoss';

/** How far each head may step; all `[k]`. */
export interface Curvature {
	/** Bound of the second derivative of its objective along any direction. */
	bound: tf.Tensor1D;
	/** Where to begin: at most the bound. */
	guess: tf.Tensor1D;
	/** What the bias is scaled by, squared, so that it is neither slower nor faster than the weights. */
	biasScale: tf.Tensor1D;
}

/**
 * How far heads trained side by side on all rows may step.
 * @param tensors of the same data: X `[n, d]`, Xᵀ, and what each row contributes to each head's mean, `[n, k, 1]`
 * @returns the caller's
 */
export function curvatureOf(
	data: LabelledRows,
	candidates: readonly Candidate[],
	loss: LinearLoss,
	tensors: { rows: tf.Tensor2D; transposed: tf.Tensor2D; shares: tf.Tensor3D },
): Curvature {
	return tf.tidy(() => {
		const { rows, transposed } = tensors;
		const shares = tf.squeeze<tf.Tensor2D>(tensors.shares, [2]);
		const factors = factorsOf(candidates, data.dimensions, 1);
		const eigenvalues = (constant: tf.Tensor1D): tf.Tensor1D =>
			largestEigenvalues(rows, transposed, shares, factors, constant);
		// Without rows that differ there is only the bias to learn.
		const biasScale = tf.maximum<tf.Tensor1D>(eigenvalues(tf.zeros([candidates.length])), 1e-6);
		const largest = eigenvalues(tf.sqrt(biasScale));
		const decay = tf.tensor1d(candidates.map(({ weightDecay }) => weightDecay));
		const times = (steepness: number): tf.Tensor1D => tf.add(tf.mul(largest, steepness), decay);
		const bound = steepest[loss];
		// With many labels, none of them common, few rows are undecided between just two.
		const guess = loss === 'softmax' ? Math.min(bound, 1.5 * largestShare(data)) : bound;
		return { bound: times(bound), guess: times(guess), biasScale };
	});
}

/** Share of the most common label in what is learned from, 0–1. */
function largestShare({ classes, weights, labels }: LabelledRows): number {
	const sums = new Float64Array(labels);
	for (const [row, of] of classes.entries())
		sums[of] = (sums[of] as number) + (weights[row] as number);
	return Math.max(...sums) / sums.reduce((sum, of) => sum + of, 0);
}

/** Enough for a few per cent, which the margin covers. */
const rounds = 12;
const margin = 1.1;

/**
 * Largest eigenvalue of each head's XᵀDX, by power iteration, a little too large rather than too small.
 * @param rows X `[n, d]`
 * @param transposed Xᵀ
 * @param shares diagonals of D, `[n, k]`
 * @param factors of X's columns, `[d, k]`, or `null` for all 1
 * @param constant `[k]`: the value of one more column, the bias's
 * @returns `[k]`; the caller's
 */
export function largestEigenvalues(
	rows: tf.Tensor2D,
	transposed: tf.Tensor2D,
	shares: tf.Tensor2D,
	factors: tf.Tensor2D | null,
	constant: tf.Tensor1D,
): tf.Tensor1D {
	return tf.tidy(() => {
		const [dimensions, heads] = [rows.shape[1], shares.shape[1]];
		const random = seededRandom(1);
		const start = Float32Array.from({ length: dimensions }, () => normalPair(random)[0]);
		let columns: tf.Tensor2D = tf.tile(tf.tensor2d(start, [dimensions, 1]), [1, heads]);
		let last = tf.ones<tf.Rank.R1>([heads]);
		let length = lengths(columns, last);
		for (let round = 0; round < rounds; round++) {
			columns = tf.div<tf.Tensor2D>(columns, length);
			last = tf.div(last, length);
			const weighed: tf.Tensor2D = factors ? tf.mul(columns, factors) : columns;
			const scores = tf.add(tf.matMul(rows, weighed), tf.mul(last, constant));
			const shared = tf.mul<tf.Tensor2D>(scores, shares);
			const product = tf.matMul(transposed, shared) as tf.Tensor2D;
			columns = factors ? tf.mul<tf.Tensor2D>(product, factors) : product;
			last = tf.mul(tf.sum(shared, 0), constant);
			length = lengths(columns, last);
		}
		return tf.mul(length, margin);
	});
}

/** Never 0, so that it can be divided by. */
function lengths(columns: tf.Tensor2D, last: tf.Tensor1D): tf.Tensor1D {
	return tf.sqrt(tf.add(tf.add(tf.sum(tf.square(columns), 0), tf.square(last)), 1e-20));
}
