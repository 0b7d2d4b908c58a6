import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { type HeadModel, headKinds } from '../../../src/domain/head';
import type { BackboneEntry } from '../../../src/domain/models';
import { hasLayers, headNetwork } from '../../../src/formats/headNetwork';
import { decodeLayersModel, encodeLayersModel } from '../../../src/formats/layersModelFile';
import { encodeOnnx } from '../../../src/formats/onnxFile';
import { onnxModel } from '../../../src/formats/onnxGraph';
import { artifactsOf, type PlainNetwork } from '../../../src/formats/plainNetwork';
import { exportNetwork } from '../../../src/learning/exportNetwork';
import { networkInput } from '../../../src/learning/preprocessing';
import { modelProbabilities, modelScores } from '../../../src/maths/headScores';
import { mirrorPixels } from '../../../src/maths/mirrorPixels';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';
import { tinyNetwork } from '../models/tinyNetwork';
import { madeUpHead } from './exportedHeads';

const dimensions = 12;
const rows = 6;

function inputRows(model: HeadModel): Float32Array[] {
	const random = seededRandom(3);
	return [null, ...model.views].map(() =>
		Float32Array.from({ length: rows * dimensions }, () => normalPair(random)[0]),
	);
}

function expected(model: HeadModel, [own = new Float32Array(), ...views]: Float32Array[]) {
	return modelProbabilities(model, modelScores(model, own, views));
}

async function withTensorflow(
	network: PlainNetwork,
	inputs: Float32Array[],
): Promise<Float32Array> {
	const model = await loadLayersModel({ load: async () => artifactsOf(network) });
	const output = model.predict(
		inputs.map((values) => tf.tensor2d(values, [rows, dimensions])),
	) as tf.Tensor;
	return output.data<'float32'>();
}

async function withOnnx(network: PlainNetwork, inputs: Float32Array[]): Promise<Float32Array> {
	const session = await InferenceSession.create(encodeOnnx(onnxModel(network, new Map())));
	const feeds = Object.fromEntries(
		session.inputNames.map((name, i) => [
			name,
			new Tensor('float32', inputs[i] as Float32Array, [rows, dimensions]),
		]),
	);
	return (await session.run(feeds)).probabilities?.data as Float32Array;
}

function difference(a: Float32Array, b: Float32Array): number {
	expect(a.length).toBe(b.length);
	return Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));
}

const heads = headKinds.flatMap((kind) =>
	([[], ['mirror']] as HeadModel['views'][]).map((views) => ({
		kind,
		views: views.length,
		model: madeUpHead(kind, { dimensions, views }),
	})),
);

describe('a head as a file of other programs', () => {
	it.each(heads.filter(({ model }) => hasLayers(model)))(
		'answers the same in TF.js: $kind, $views views',
		async ({ model }) => {
			await tf.setBackend('cpu');
			const inputs = inputRows(model);
			const { network } = decodeLayersModel(encodeLayersModel(headNetwork(model), {}));
			const answers = await withTensorflow(network, inputs);
			expect(difference(answers, expected(model, inputs))).toBeLessThan(1e-5);
		},
	);

	it.each(heads)('answers the same in ONNX: $kind, $views views', async ({ model }) => {
		const inputs = inputRows(model);
		const answers = await withOnnx(headNetwork(model), inputs);
		expect(difference(answers, expected(model, inputs))).toBeLessThan(1e-5);
	});

	it('has no layers in TF.js only where rows have to be sorted', () => {
		const without = headKinds.filter((kind) => !hasLayers(madeUpHead(kind)));
		expect(without).toEqual(['knn']);
	});
});

/** As a photo network that the app would have loaded. */
const entry = {
	id: 'tiny',
	preprocessing: { size: 8, channels: 'bgr', scale: 1 / 127.5, offset: [-1, -0.9, -0.8] },
} as unknown as BackboneEntry;

describe.each(['bytes', 'teachable-machine'] as const)(
	'a head with its network, pixels as %s',
	(range) => {
		const model = madeUpHead('mlp', { dimensions: 6, views: ['mirror'] });
		const pixels = Uint8Array.from({ length: rows * 8 * 8 * 3 }, (_, i) => (i * 37) % 256);
		const exported = exportNetwork(model, [{ entry, network: tinyNetwork() }], range);
		const given = Float32Array.from(pixels, (value) =>
			range === 'bytes' ? value : value / 127 - 1,
		);
		const shape = [rows, 8, 8, 3] as [number, number, number, number];

		/** The network on its own, the photo and its mirror image, and then the head. */
		async function answer(): Promise<Float32Array> {
			await tf.setBackend('cpu');
			const network = await loadLayersModel({ load: async () => artifactsOf(tinyNetwork()) });
			const embed = async (seen: Uint8Array): Promise<Float32Array> => {
				const input = tf.tensor4d(networkInput(seen, entry.preprocessing), shape);
				const [embedding] = network.predict(input) as tf.Tensor[];
				return (embedding as tf.Tensor).data<'float32'>();
			};
			const mirrored = mirrorPixels(pixels, 8);
			return expected(model, [await embed(pixels), await embed(mirrored)]);
		}

		it('answers the same in TF.js', async () => {
			const { network } = decodeLayersModel(encodeLayersModel(exported, {}, 'weights.bin'));
			const loaded = await loadLayersModel({ load: async () => artifactsOf(network) });
			const output = loaded.predict(tf.tensor4d(given, shape)) as tf.Tensor;
			expect(difference(await output.data<'float32'>(), await answer())).toBeLessThan(1e-5);
		});

		it('answers the same in ONNX', async () => {
			const session = await InferenceSession.create(encodeOnnx(onnxModel(exported, new Map())));
			const { probabilities } = await session.run({ photo: new Tensor('float32', given, shape) });
			const answers = probabilities?.data as Float32Array;
			expect(difference(answers, await answer())).toBeLessThan(1e-5);
		});
	},
);
