import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HeadSpecification } from '../../domain/head';
import type { EpochFigures, JobContext } from '../../domain/job';
import { seededRandom } from '../../maths/seededRandom';
import { breathe, epochBatches } from '../heads/batches';
import { affine, type DenseVariables, denseGradients, newDense } from '../heads/denseVariables';
import { cosineRate, optimiserOf } from '../heads/optimisers';
import type { Samples } from './samples';

/** Photos that are learned from together. */
export const photosPerStep = 32;

/** What the photos are, `[photos]` each. */
export interface TuningData {
	/** Label indices. */
	classes: Int32Array;
	/** 1 for photos that are only judged by. */
	held: Uint8Array;
	labels: number;
}

export type TuningSettings = Pick<
	HeadSpecification,
	| 'tuningEpochs'
	| 'tuningRate'
	| 'towerRate'
	| 'warmUp'
	| 'headFirst'
	| 'startDecay'
	| 'dropout'
	| 'seed'
>;

export interface Tuned {
	curve: EpochFigures[];
	/** The epoch whose weights were kept; 0 where none was better than the first ones. */
	epoch: number;
}

/**
 * Teaches a network, with a head of its own that is thrown away afterwards, and leaves in it the weights that were
 * best on the photos held out. Reports `tune` in photos, with the epochs' figures.
 * @param network from samples to embeddings; all its layers learn
 * @param first what it says before, `[photos, dimensions]`; `null` where it begins from nothing: then its batch norms
 * learn, too, photos are mirrored, and it is as quick as its head
 * @throws AbortError
 */
export async function tuneNetwork(
	network: LayersModel,
	samples: Samples,
	data: TuningData,
	first: Float32Array | null,
	settings: TuningSettings,
	job: JobContext,
): Promise<Tuned> {
	const { classes, labels } = data;
	const { seed, tuningEpochs: epochs, startDecay } = settings;
	const learned = rowsWhere(data, 0);
	const held = rowsWhere(data, 1);
	const dimensions = network.outputs[0]?.shape[1] ?? 0;
	const scratch = first === null;
	const tower = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
	const starts = scratch ? [] : tower.map((variable) => variable.clone());
	const head = newDense(dimensions, labels, seed, 1);
	const scale = scaleOf(first, learned, dimensions);
	const headOptimiser = optimiserOf('adam', settings.tuningRate);
	const towerOptimiser = optimiserOf('adam', settings.tuningRate);
	const random = scratch ? seededRandom(seed) : null;
	const stepsPerEpoch = Math.ceil(learned.length / photosPerStep);
	const total = epochs * (learned.length + held.length);
	const curve: EpochFigures[] = [];
	let best: { epoch: number; loss: number; weights: tf.Tensor[] } | null = null;
	let step = 0;
	let done = 0;

	/** `[photos, labels]` */
	function scores(input: tf.Tensor4D, training: boolean): tf.Tensor2D {
		const embedded = network.apply(input, { training: training && scratch }) as tf.Tensor2D;
		const rows = standardised(embedded, scale);
		return affine(training ? thinned(rows, settings.dropout, seed + step) : rows, head);
	}

	const targets = (rows: readonly number[]): tf.Tensor2D =>
		tf.cast(
			tf.oneHot(
				tf.tensor1d(
					rows.map((row) => classes[row] as number),
					'int32',
				),
				labels,
			),
			'float32',
		) as tf.Tensor2D;

	/** One step; its loss. */
	async function learn(rows: readonly number[]): Promise<number> {
		const rate = settings.tuningRate * warmedRate(step++ / stepsPerEpoch, settings);
		headOptimiser.setLearningRate(rate);
		towerOptimiser.setLearningRate(scratch ? rate : rate * settings.towerRate);
		const loss = tf.tidy(() => {
			const input = samples.batch(rows, random);
			const { value, grads } = tf.variableGrads(
				() => meanLoss(scores(input, true), targets(rows)),
				[...tower, head.weights, head.bias],
			);
			const own: tf.NamedTensorMap = {};
			for (const [at, variable] of tower.entries()) {
				const gradient = grads[variable.name];
				if (!gradient) continue;
				const start = starts[at];
				own[variable.name] = start
					? tf.add(gradient, tf.mul(tf.sub(variable, start), startDecay))
					: gradient;
			}
			towerOptimiser.applyGradients(own);
			const ofHead = [head.weights, head.bias].map(({ name }) => [name, grads[name] as tf.Tensor]);
			headOptimiser.applyGradients(Object.fromEntries(ofHead) as tf.NamedTensorMap);
			return value;
		});
		return number(loss);
	}

	async function judge(): Promise<Pick<EpochFigures, 'validationLoss' | 'validationAccuracy'>> {
		const sum = { loss: 0, right: 0 };
		for (const rows of chunks(held)) {
			await breathe(job.signal);
			const [loss, right] = tf.tidy(() => {
				const found = scores(samples.batch(rows, null), false);
				const wanted = targets(rows);
				const hit = tf.equal(tf.argMax(found, 1), tf.argMax(wanted, 1));
				return [meanLoss(found, wanted), tf.sum(tf.cast(hit, 'float32'))];
			}) as [tf.Scalar, tf.Scalar];
			sum.loss += (await number(loss)) * rows.length;
			sum.right += await number(right);
			progress(rows.length);
		}
		return { validationLoss: sum.loss / held.length, validationAccuracy: sum.right / held.length };
	}

	function progress(photos: number, epoch?: EpochFigures): void {
		done += photos;
		job.report({ step: 'tune', done, total, ...(epoch && { epoch }) });
	}

	function keep(epoch: number, loss: number): void {
		tf.dispose(best?.weights ?? []);
		best = { epoch, loss, weights: network.getWeights().map((weight) => weight.clone()) };
	}

	try {
		if (first) {
			await learnHeadAlone(head, { first, scale, learned, targets }, settings, job.signal);
			if (held.length > 0) {
				keep(0, (await judge()).validationLoss);
				done = 0;
			}
		}
		for (let epoch = 1; epoch <= epochs; epoch++) {
			let loss = 0;
			for (const batch of epochBatches(learned.length, photosPerStep, seed, epoch)) {
				await breathe(job.signal);
				const rows = Array.from(batch, (at) => learned[at] as number);
				loss += (await learn(rows)) * rows.length;
				progress(rows.length);
			}
			const figures = { epoch, trainLoss: loss / learned.length, ...(await judge()) };
			curve.push(figures);
			progress(0, figures);
			// Without photos to judge by, the last word counts.
			const judged = held.length > 0 ? figures.validationLoss : -epoch;
			if (!best || judged < (best as { loss: number }).loss) keep(epoch, judged);
		}
		const kept = best as { epoch: number; weights: tf.Tensor[] } | null;
		if (kept) network.setWeights(kept.weights);
		return { curve, epoch: kept?.epoch ?? 0 };
	} finally {
		tf.dispose((best as { weights: tf.Tensor[] } | null)?.weights ?? []);
		tf.dispose([...starts, head.weights, head.bias, scale.mean, scale.scale]);
		headOptimiser.dispose();
		towerOptimiser.dispose();
	}
}

/** What the network says of each photo, `[photos, dimensions]`. @throws AbortError */
export async function embedded(
	network: LayersModel,
	samples: Samples,
	signal: AbortSignal,
): Promise<Float32Array> {
	const dimensions = network.outputs[0]?.shape[1] ?? 0;
	const all = new Float32Array(samples.count * dimensions);
	for (const rows of chunks([...Array(samples.count).keys()])) {
		await breathe(signal);
		const output = tf.tidy(() => network.apply(samples.batch(rows, null)) as tf.Tensor2D);
		try {
			all.set(await output.data<'float32'>(), (rows[0] as number) * dimensions);
		} finally {
			output.dispose();
		}
	}
	return all;
}

/**
 * Share of the highest learning rate: it rises in a straight line while the network warms up, and falls along half a
 * cosine after that.
 * @param epoch with its fraction, from 0
 */
export function warmedRate(
	epoch: number,
	{ warmUp, tuningEpochs }: Pick<TuningSettings, 'warmUp' | 'tuningEpochs'>,
): number {
	const rising = Math.min(warmUp, tuningEpochs);
	return epoch < rising
		? (epoch + 1) / (rising + 1)
		: cosineRate(1, (epoch - rising) / Math.max(1, tuningEpochs - rising));
}

interface Scale {
	mean: tf.Tensor1D;
	scale: tf.Tensor1D;
}

/** What makes the head's work easy: columns of mean 0 and variance 1, as they are before anything is learned. */
function scaleOf(first: Float32Array | null, rows: readonly number[], dimensions: number): Scale {
	if (!first) return { mean: tf.zeros([dimensions]), scale: tf.ones([dimensions]) };
	return tf.tidy(() => {
		const all = tf.tensor2d(first, [first.length / dimensions, dimensions]);
		const { mean, variance } = tf.moments(tf.gather(all, [...rows]), 0);
		return {
			mean: mean as tf.Tensor1D,
			scale: tf.rsqrt(tf.add(variance, 1e-6)) as tf.Tensor1D,
		};
	});
}

function standardised(rows: tf.Tensor2D, { mean, scale }: Scale): tf.Tensor2D {
	return tf.mul(tf.sub(rows, mean), scale);
}

/** Without a share of its columns, so that a head does not lean on few of them. */
function thinned(rows: tf.Tensor2D, share: number, seed: number): tf.Tensor2D {
	return share > 0 ? (tf.dropout(rows, share, undefined, seed) as tf.Tensor2D) : rows;
}

/** So that a head that knows nothing yet does not pull the network about (Kumar and others, 2022). */
async function learnHeadAlone(
	head: DenseVariables,
	data: {
		first: Float32Array;
		scale: Scale;
		learned: readonly number[];
		targets(rows: readonly number[]): tf.Tensor2D;
	},
	{ headFirst, tuningRate, dropout, seed }: TuningSettings,
	signal: AbortSignal,
): Promise<void> {
	const { first, scale, learned, targets } = data;
	const dimensions = head.weights.shape[0];
	const optimiser = optimiserOf('adam', tuningRate);
	let step = 0;
	const rows = tf.tidy(() =>
		standardised(tf.tensor2d(first, [first.length / dimensions, dimensions]), scale),
	);
	try {
		for (let epoch = 1; epoch <= headFirst; epoch++)
			for (const batch of epochBatches(learned.length, photosPerStep, seed, epoch)) {
				await breathe(signal);
				tf.tidy(() => {
					const picked = Array.from(batch, (at) => learned[at] as number);
					const some = tf.gather(rows, picked);
					const seen = thinned(some, dropout, seed * 1000 + step++);
					const wrong = tf.sub(tf.softmax(affine(seen, head)), targets(picked));
					const pull = tf.div(wrong, picked.length) as tf.Tensor2D;
					optimiser.applyGradients(denseGradients(head, seen, pull, 0));
				});
			}
	} finally {
		rows.dispose();
		optimiser.dispose();
	}
}

/** Mean cross-entropy. */
function meanLoss(scores: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
	return tf.losses.softmaxCrossEntropy(targets, scores) as tf.Scalar;
}

async function number(scalar: tf.Scalar): Promise<number> {
	try {
		return (await scalar.data<'float32'>())[0] as number;
	} finally {
		scalar.dispose();
	}
}

function rowsWhere({ held }: TuningData, value: 0 | 1): number[] {
	return [...held.keys()].filter((row) => held[row] === value);
}

function chunks(rows: readonly number[]): number[][] {
	return Array.from({ length: Math.ceil(rows.length / photosPerStep) }, (_, at) =>
		rows.slice(at * photosPerStep, (at + 1) * photosPerStep),
	);
}
