import * as tf from '@tensorflow/tfjs-core';
import type { HeadParameters, Optimiser } from '../../domain/head';
import type { EpochFigures } from '../../domain/job';
import { breathe, epochBatches } from './batches';
import type { LabelledRows } from './candidates';
import { cosineRate, optimiserOf } from './optimisers';
import type { TrainableNetwork } from './trainableNetwork';

export interface NetworkSettings {
	optimiser: Optimiser;
	learningRate: number;
	weightDecay: number;
	/** Products per step, each with all of its rows. */
	batchSize: number;
	/** Epochs of the whole schedule. */
	epochs: number;
	/** Epoch after which to stop all the same, on a schedule made for more. */
	stopAfter: number;
	patience: number;
	seed: number;
	/** Fold that is not learned from but judged by; `null` learns from everything. */
	fold: number | null;
}

export interface NetworkResult {
	parameters: HeadParameters;
	/** The epoch whose weights were kept, from 1. */
	epoch: number;
	curve: EpochFigures[];
	/** `[judged, labels]` with the weights that were kept. */
	scores: Float32Array;
}

/** Rows looked at together outside of training. */
const rowsAtOnce = 2048;

/**
 * Trains a network and keeps the weights of the epoch that was best on the held-out fold.
 * @param network fresh; disposed of here
 * @throws AbortError
 */
export async function trainNetwork(
	network: TrainableNetwork,
	data: LabelledRows,
	settings: NetworkSettings,
	signal: AbortSignal,
	onEpoch: (figures: EpochFigures) => void,
): Promise<NetworkResult> {
	const { dimensions, labels, classes, judged } = data;
	const { fold, epochs, seed } = settings;
	const batchSize = settings.batchSize * data.rowsPerProduct;
	const learned = rowsWhere(data, (of) => fold === null || of !== fold);
	const totalWeight = learned.reduce((sum, row) => sum + (data.weights[row] as number), 0);
	const optimiser = optimiserOf(settings.optimiser, settings.learningRate);
	const rows = tf.tensor2d(data.values, [classes.length, dimensions]);
	const curve: EpochFigures[] = [];
	let best: { at: number; loss: number; kept: tf.Tensor[] } | null = null;
	let step = 0;

	function learn(batch: Int32Array, progress: number): void {
		optimiser.setLearningRate(cosineRate(settings.learningRate, progress));
		tf.tidy(() => {
			const some = tf.gather(rows, tf.tensor1d(batch, 'int32'));
			const of = tf.tensor1d(
				Int32Array.from(batch, (row) => classes[row] as number),
				'int32',
			);
			const targets = tf.cast(tf.oneHot(of, labels), 'float32') as tf.Tensor2D;
			const weights = Float32Array.from(batch, (row) => data.weights[row] as number);
			// The mean over the batch of rows that weigh 1 on average.
			const shares = tf.tensor2d(
				weights.map((weight) => (weight * learned.length) / (batch.length * totalWeight)),
				[batch.length, 1],
			);
			const { weightDecay } = settings;
			optimiser.applyGradients(
				network.gradients(some, targets, shares, { seed: seed * 1_000_003 + step, weightDecay }),
			);
		});
		step++;
	}

	async function allScores(): Promise<Float32Array> {
		const all = new Float32Array(judged * labels);
		for (let start = 0; start < judged; start += rowsAtOnce) {
			const length = Math.min(rowsAtOnce, judged - start);
			const scores = tf.tidy(() =>
				network.scores(tf.slice(rows, [start, 0], [length, dimensions])),
			);
			try {
				all.set(await scores.data<'float32'>(), start * labels);
			} finally {
				scores.dispose();
			}
		}
		return all;
	}

	try {
		for (let epoch = 1; epoch <= settings.stopAfter; epoch++) {
			const batches = epochBatches(learned.length, batchSize, seed, epoch);
			for (const [index, batch] of batches.entries()) {
				await breathe(signal);
				const picked = batch.map((at) => learned[at] as number);
				learn(picked, (epoch - 1 + index / batches.length) / epochs);
			}
			const figures = { epoch, ...epochFigures(data, fold, await allScores()) };
			curve.push(figures);
			onEpoch(figures);
			const loss = Number.isNaN(figures.validationLoss) ? -epoch : figures.validationLoss;
			if (!best || loss < best.loss) {
				tf.dispose(best?.kept ?? []);
				best = { at: epoch, loss, kept: network.variables.map((variable) => variable.clone()) };
			}
			if (epoch - best.at >= settings.patience) break;
		}
		for (const [i, variable] of network.variables.entries())
			if (best) variable.assign(best.kept[i] as tf.Tensor);
		return {
			parameters: await network.parameters(),
			epoch: best?.at ?? 0,
			curve,
			scores: await allScores(),
		};
	} finally {
		tf.dispose(best?.kept ?? []);
		rows.dispose();
		optimiser.dispose();
		network.dispose();
	}
}

function rowsWhere({ folds, weights }: LabelledRows, test: (fold: number) => boolean): number[] {
	return [...folds.keys()].filter(
		(row) => test(folds[row] as number) && (weights[row] as number) > 0,
	);
}

function epochFigures(
	{ classes, folds, labels, weights, judged }: LabelledRows,
	fold: number | null,
	scores: Float32Array,
): Omit<EpochFigures, 'epoch'> {
	const learned = { loss: 0, weight: 0 };
	const held = { loss: 0, right: 0, count: 0 };
	for (const [row, of] of classes.subarray(0, judged).entries()) {
		const own = scores.subarray(row * labels, (row + 1) * labels);
		const highest = own.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
		const powers = own.reduce((sum, score) => sum + Math.exp(score - highest), 0);
		const loss = highest + Math.log(powers) - (own[of] as number);
		if (fold !== null && folds[row] === fold) {
			held.loss += loss;
			held.right += own.indexOf(highest) === of ? 1 : 0;
			held.count++;
		} else {
			learned.loss += loss * (weights[row] as number);
			learned.weight += weights[row] as number;
		}
	}
	return {
		trainLoss: learned.loss / learned.weight,
		validationLoss: held.loss / held.count,
		validationAccuracy: held.right / held.count,
	};
}
