import * as tf from '@tensorflow/tfjs-core';
import type { Optimiser } from '../../domain/head';
import { AcceleratedGradient, type LinearWeights } from './acceleratedGradient';
import { type Candidate, factorsOf, type LabelledRows, sharesOf } from './candidates';
import { curvatureOf } from './curvature';
import { type LinearLoss, rowLoss, scorePull } from './linearLoss';
import { cosineRate, optimiserOf, type ScheduledOptimiser } from './optimisers';

/**
 * Heads are calibrated when they are done, so that being too sure is not held against them while they learn: they
 * are judged at the temperature that suits them best. Judged as they are, they would be stopped early, and weaker
 * ones preferred.
 */
export const judgedTemperatures = [1, 1.5, 2, 3, 0.7];

/** Scores held at once when all rows are looked at: 16 MB. */
const scoresAtOnce = 4_000_000;

/** How the candidates fare on every row that is judged, learned from or not. */
export interface RowFigures {
	/** `[judged, k]` loss of each row under each candidate, at each of `judgedTemperatures` */
	loss: Float32Array[];
	/** `[judged, k]` predicted label */
	predicted: Int32Array;
}

/**
 * Linear heads trained side by side as one wide matrix: one product `[n, d] · [d, k·labels]` is several times
 * faster than k narrow ones, and each head comes out as if it had been trained alone. The gradients are
 * written down instead of derived, because a product with a transposed left side, which deriving makes, is
 * forty times slower on WASM than the same product with the transposed matrix at hand.
 *
 * Owns its tensors.
 */
export class LinearBank {
	readonly candidates: readonly Candidate[];
	readonly #data: LabelledRows;
	readonly #loss: LinearLoss;
	readonly #weights: tf.Variable<tf.Rank.R2>;
	readonly #bias: tf.Variable<tf.Rank.R1>;
	readonly #rows: tf.Tensor2D;
	/** Kept while every step takes all rows. */
	readonly #transposed: tf.Tensor2D | null;
	/** Of all rows with the weights as they are, while every step takes all rows: looked at, then stepped from. */
	#allScores: tf.Tensor3D | null = null;
	/** `[n, 1, labels]`, 0 and 1 */
	readonly #targets: tf.Tensor3D;
	/** `[n, k, 1]`: row weight over the sum of row weights; 0 where the candidate does not learn from the row */
	readonly #shares: tf.Tensor3D;
	/** `[1, k·labels]` */
	readonly #decay: tf.Tensor2D;
	/** `[d, k·labels]` or `null` for all 1 */
	readonly #factors: tf.Tensor2D | null;
	/** One of the two: the accelerated gradient while every step takes all rows, if asked for. */
	readonly #accelerated: AcceleratedGradient | null;
	readonly #optimiser: ScheduledOptimiser | null;
	readonly #learningRate: number;

	constructor(
		data: LabelledRows,
		candidates: readonly Candidate[],
		loss: LinearLoss,
		settings: { optimiser: Optimiser; learningRate: number; fullBatch: boolean },
	) {
		const { dimensions, labels, values, classes } = data;
		const width = candidates.length * labels;
		this.candidates = candidates;
		this.#data = data;
		this.#loss = loss;
		this.#rows = tf.tensor2d(values, [classes.length, dimensions]);
		this.#transposed = settings.fullBatch ? tf.transpose(this.#rows) : null;
		this.#targets = tf.tidy(() =>
			tf.expandDims<tf.Tensor3D>(
				tf.cast(tf.oneHot(tf.tensor1d(classes, 'int32'), labels), 'float32'),
				1,
			),
		);
		this.#shares = tf.tensor3d(sharesOf(data, candidates), [classes.length, candidates.length, 1]);
		const decays = candidates.flatMap((candidate) =>
			new Array<number>(labels).fill(candidate.weightDecay),
		);
		this.#decay = tf.tensor2d(decays, [1, width]);
		this.#factors = factorsOf(candidates, dimensions, labels);
		// From zero: these losses are convex, so that nothing is left to chance.
		this.#weights = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([dimensions, width])));
		this.#bias = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([width])));
		this.#learningRate = settings.learningRate;
		this.#accelerated =
			settings.optimiser === 'accelerated' && this.#transposed
				? new AcceleratedGradient(
						this.#heads,
						curvatureOf(data, candidates, loss, {
							rows: this.#rows,
							transposed: this.#transposed,
							shares: this.#shares,
						}),
					)
				: null;
		this.#optimiser = this.#accelerated
			? null
			: optimiserOf(settings.optimiser, settings.learningRate);
	}

	/**
	 * One step of every candidate.
	 * @param batch rows of the step
	 * @param progress share of the training done, 0–1
	 */
	step(batch: Int32Array, progress: number): void {
		this.#optimiser?.setLearningRate(cosineRate(this.#learningRate, progress));
		tf.tidy(() => {
			const all = this.#transposed !== null;
			const index = all ? null : tf.tensor1d(batch, 'int32');
			const some = <R extends tf.Rank>(tensor: tf.Tensor<R>): tf.Tensor<R> =>
				index ? (tf.gather(tensor, index) as tf.Tensor<R>) : tensor;
			const rows = some(this.#rows) as tf.Tensor2D;
			const transposed = this.#transposed ?? tf.transpose(rows);
			// A batch stands for all rows: what it lacks in rows is made up for.
			const share = tf.mul(some(this.#shares), this.#data.classes.length / batch.length);
			const scores = all ? this.#scoresOfAll() : this.#scores(rows);
			const pull = tf.mul(scorePull(this.#loss, scores, some(this.#targets)), share);
			const flat = tf.reshape(pull, [batch.length, -1]) as tf.Tensor2D;
			const product = tf.matMul(transposed, flat);
			const gradient = tf.add<tf.Tensor2D>(
				this.#factors ? tf.mul(product, this.#factors) : product,
				tf.mul(this.#weights, this.#decay),
			);
			const biasGradient = tf.sum<tf.Tensor1D>(flat, 0);
			this.#optimiser?.applyGradients({
				[this.#weights.name]: gradient,
				[this.#bias.name]: biasGradient,
			});
			if (this.#accelerated)
				this.restore(
					this.#accelerated.step(this.#heads, { weights: gradient, bias: biasGradient }),
				);
		});
		this.#forgetScores();
	}

	get #heads(): LinearWeights {
		return { weights: this.#weights, bias: this.#bias };
	}

	/** `[n, k, labels]` */
	#scores(rows: tf.Tensor2D): tf.Tensor3D {
		return tf.tidy(() => {
			const weights = this.#factors
				? tf.mul<tf.Tensor2D>(this.#weights, this.#factors)
				: this.#weights;
			const flat = tf.add(tf.matMul(rows, weights), this.#bias);
			return tf.reshape(flat, [rows.shape[0], this.candidates.length, this.#data.labels]);
		});
	}

	#scoresOfAll(): tf.Tensor3D {
		this.#allScores ??= tf.keep(this.#scores(this.#rows));
		return this.#allScores;
	}

	#forgetScores(): void {
		this.#allScores?.dispose();
		this.#allScores = null;
	}

	/** Start and length of runs of rows whose scores fit in memory several times. */
	*#runs(): Generator<[start: number, length: number]> {
		const count = this.#data.judged;
		const perRow = this.candidates.length * this.#data.labels;
		const length = Math.max(1, Math.floor(scoresAtOnce / perRow));
		for (let start = 0; start < count; start += length)
			yield [start, Math.min(length, count - start)];
	}

	#scoresOfRun(start: number, length: number): tf.Tensor3D {
		return this.#transposed
			? tf.slice(this.#scoresOfAll(), start, length)
			: this.#scores(tf.slice(this.#rows, start, length));
	}

	/** Loss and answer of every candidate on every row that is judged, with the weights as they are. */
	async figures(): Promise<RowFigures> {
		const { judged, labels } = this.#data;
		const columns = this.candidates.length;
		const figures: RowFigures = {
			loss: judgedTemperatures.map(() => new Float32Array(judged * columns)),
			predicted: new Int32Array(judged * columns),
		};
		for (const [start, length] of this.#runs()) {
			const [predicted, ...losses] = tf.tidy(() => {
				const scores = this.#scoresOfRun(start, length);
				const targets = tf.slice(this.#targets, [start, 0, 0], [length, 1, labels]);
				const lossAt = (temperature: number): tf.Tensor =>
					rowLoss(this.#loss, tf.div(scores, temperature), targets);
				return [tf.argMax(scores, 2), ...judgedTemperatures.map(lossAt)];
			}) as [tf.Tensor, ...tf.Tensor[]];
			try {
				figures.predicted.set(await predicted.data<'int32'>(), start * columns);
				for (const [index, loss] of losses.entries())
					figures.loss[index]?.set(await loss.data<'float32'>(), start * columns);
			} finally {
				tf.dispose([predicted, losses]);
			}
		}
		return figures;
	}

	/** Scores of each row under the candidate that did not learn from it, `[judged, labels]`; NaN where all did. */
	async heldOutScores(): Promise<Float32Array> {
		const { judged, labels, folds } = this.#data;
		const columns = this.candidates.length;
		const held = new Float32Array(judged * labels).fill(Number.NaN);
		for (const [start, length] of this.#runs()) {
			const scores = tf.tidy(() => this.#scoresOfRun(start, length));
			try {
				const values = await scores.data<'float32'>();
				for (let row = start; row < start + length; row++) {
					const column = this.candidates.findIndex(
						({ fold }) => fold !== null && fold === folds[row],
					);
					if (column < 0) continue;
					const at = ((row - start) * columns + column) * labels;
					held.set(values.subarray(at, at + labels), row * labels);
				}
			} finally {
				scores.dispose();
			}
		}
		return held;
	}

	/** The weights as they are, to go back to. The caller owns the snapshot. */
	snapshot(): LinearWeights {
		return { weights: this.#weights.clone(), bias: this.#bias.clone() };
	}

	restore({ weights, bias }: LinearWeights): void {
		this.#weights.assign(weights);
		this.#bias.assign(bias);
		this.#forgetScores();
	}

	/** Weights `[d, labels]`, for rows without column factors, and bias `[labels]` of one candidate. */
	async head(candidate: number): Promise<{ weights: Float32Array; bias: Float32Array }> {
		const { dimensions, labels } = this.#data;
		const from = candidate * labels;
		const [weights, bias] = tf.tidy(() => {
			const all = this.#factors ? tf.mul(this.#weights, this.#factors) : this.#weights;
			return [
				tf.slice(all, [0, from], [dimensions, labels]),
				tf.slice(this.#bias, [from], [labels]),
			];
		}) as [tf.Tensor, tf.Tensor];
		try {
			return { weights: await weights.data<'float32'>(), bias: await bias.data<'float32'>() };
		} finally {
			weights.dispose();
			bias.dispose();
		}
	}

	dispose(): void {
		tf.dispose([this.#rows, this.#targets, this.#shares, this.#decay, this.#weights, this.#bias]);
		this.#transposed?.dispose();
		this.#factors?.dispose();
		this.#forgetScores();
		this.#accelerated?.dispose();
		this.#optimiser?.dispose();
	}
}
