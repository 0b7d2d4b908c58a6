import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { unattended } from '../../../../src/domain/job';
import { NetworkBuilder } from '../../../../src/formats/networkBuilder';
import { artifactsOf, type PlainNetwork } from '../../../../src/formats/plainNetwork';
import type { Samples } from '../../../../src/learning/tuning/samples';
import { learning } from '../../../../src/learning/tuning/tail';
import {
	embedded,
	type TuningSettings,
	tuneNetwork,
	warmedRate,
} from '../../../../src/learning/tuning/tuneNetwork';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';

beforeAll(async () => {
	await tf.setBackend('cpu');
});

const side = 4;
const channels = 3;
const settings: TuningSettings = {
	tuningEpochs: 6,
	tuningRate: 0.05,
	towerRate: 0.3,
	warmUp: 1,
	headFirst: 3,
	startDecay: 0,
	dropout: 0.1,
	seed: 1,
};

/** A convolution, a ReLU and an average, as at the end of the photo networks. */
function tail(norm: boolean): PlainNetwork {
	const builder = new NetworkBuilder();
	const random = seededRandom(4);
	const weight = (shape: number[]) => ({
		shape,
		data: Float32Array.from(
			{ length: shape.reduce((a, b) => a * b) },
			() => 0.3 * normalPair(random)[0],
		),
	});
	let at = builder.add(
		'Conv2D',
		'conv',
		[[builder.input('in', [side, side, channels])]],
		{ filters: 5, kernel_size: [3, 3], padding: 'same', use_bias: true, activation: 'linear' },
		{ kernel: weight([3, 3, channels, 5]), bias: weight([5]) },
	);
	if (norm) {
		const each = (value: number) => ({ shape: [5], data: new Float32Array(5).fill(value) });
		at = builder.add(
			'BatchNormalization',
			'norm',
			[at],
			{ axis: 3, momentum: 0.9, epsilon: 0.001 },
			{ gamma: each(1), beta: each(0), moving_mean: each(0), moving_variance: each(1) },
		);
	}
	at = builder.add('ReLU', 'relu', [at]);
	return learning(
		builder.network('tail', builder.add('GlobalAveragePooling2D', 'embedding', [at])),
	);
}

const load = (network: PlainNetwork): Promise<LayersModel> =>
	loadLayersModel({ load: async () => artifactsOf(network) });

/** Two labels that differ in what lies where, so that no average alone tells them apart. */
function madeUp(count: number): { samples: Samples; classes: Int32Array } {
	const random = seededRandom(2);
	const classes = Int32Array.from({ length: count }, (_, i) => i % 2);
	const rows = Array.from(classes, (label) =>
		Float32Array.from({ length: side * side * channels }, (_, i) => {
			const column = Math.floor(i / channels) % side;
			const sign = (column % 2 === 0) === (label === 0) ? 1 : -1;
			return sign + 0.5 * normalPair(random)[0];
		}),
	);
	return {
		classes,
		samples: {
			count,
			add: () => Promise.reject(new Error('they are all there')),
			batch(picked) {
				const values = picked.flatMap((row) => [...(rows[row] ?? [])]);
				return tf.tensor4d(values, [picked.length, side, side, channels]);
			},
			dispose() {},
		},
	};
}

const count = 60;
const held = Uint8Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 1 : 0));

describe('a network that learns along', () => {
	it('gets better on what it has not seen, and leaves no tensor behind', async () => {
		const { samples, classes } = madeUp(count);
		const network = await load(tail(false));
		const before = tf.memory().numTensors;
		const first = await embedded(network, samples, unattended.signal);
		const steps: number[] = [];
		const { curve, epoch } = await tuneNetwork(
			network,
			samples,
			{ classes, held, labels: 2 },
			first,
			settings,
			{ signal: unattended.signal, report: ({ done, total }) => steps.push(done, total ?? 0) },
		);
		expect(tf.memory().numTensors).toBe(before);
		expect(curve.length).toBe(settings.tuningEpochs);
		expect(epoch).toBeGreaterThan(0);
		expect(curve.at(-1)?.validationAccuracy).toBeGreaterThan(0.9);
		expect(curve.at(-1)?.validationLoss).toBeLessThan(curve[0]?.validationLoss ?? 0);
		// Every photo in every epoch, to learn from or to judge by.
		expect(steps.at(-2)).toBe(settings.tuningEpochs * count);
		expect(steps.at(-1)).toBe(settings.tuningEpochs * count);
		network.dispose();
	});

	it('stays what it was at a rate of nothing, and near it where it is pulled back', async () => {
		const { samples, classes } = madeUp(count);
		const moved = async (changed: Partial<TuningSettings>): Promise<number> => {
			const network = await load(tail(false));
			const first = await embedded(network, samples, unattended.signal);
			const starts = network.getWeights().map((weight) => weight.dataSync<'float32'>().slice());
			const data = { classes, held: new Uint8Array(count), labels: 2 };
			await tuneNetwork(network, samples, data, first, { ...settings, ...changed }, unattended);
			const distance = network.getWeights().reduce((sum, weight, at) => {
				const start = starts[at] as Float32Array;
				return (
					sum + weight.dataSync<'float32'>().reduce((s, v, i) => s + (v - (start[i] ?? 0)) ** 2, 0)
				);
			}, 0);
			network.dispose();
			return distance;
		};
		expect(await moved({ towerRate: 0 })).toBe(0);
		const free = await moved({});
		expect(free).toBeGreaterThan(0);
		expect(await moved({ startDecay: 10 })).toBeLessThan(free / 4);
	});

	it('learns from nothing with its batch norms, mirrored photos or not', async () => {
		const { samples, classes } = madeUp(count);
		const network = await load(tail(true));
		const before = tf.memory().numTensors;
		const data = { classes, held, labels: 2 };
		const { curve } = await tuneNetwork(network, samples, data, null, settings, unattended);
		expect(tf.memory().numTensors).toBe(before);
		expect(curve.at(-1)?.trainLoss).toBeLessThan(curve[0]?.trainLoss ?? 0);
		const mean = network.weights.find(({ originalName }) => originalName === 'norm/moving_mean');
		expect(Math.max(...(mean?.read().dataSync() ?? []).map(Math.abs))).toBeGreaterThan(0.01);
		network.dispose();
	});

	it('can be stopped in the middle, and leaves no tensor behind', async () => {
		const { samples, classes } = madeUp(count);
		const network = await load(tail(false));
		const before = tf.memory().numTensors;
		const controller = new AbortController();
		const first = await embedded(network, samples, unattended.signal);
		const data = { classes, held, labels: 2 };
		const job = {
			signal: controller.signal,
			report: ({ done }: { done: number }) => done > 70 && controller.abort(),
		};
		await expect(tuneNetwork(network, samples, data, first, settings, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(tf.memory().numTensors).toBe(before);
		network.dispose();
	});
});

describe('the learning rate', () => {
	it('rises in a straight line, then falls along half a cosine', () => {
		const of = (epoch: number) => warmedRate(epoch, { warmUp: 2, tuningEpochs: 6 });
		expect([0, 1].map(of)).toEqual([1 / 3, 2 / 3]);
		expect(of(2)).toBe(1);
		expect(of(4)).toBeCloseTo(0.5);
		expect(of(6)).toBeCloseTo(0);
		expect(warmedRate(0, { warmUp: 0, tuningEpochs: 6 })).toBe(1);
	});
});
