import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { packedWeights, unpackedWeights } from '../../../../src/formats/ownWeights';
import { artifactsOf, type PlainNetwork } from '../../../../src/formats/plainNetwork';
import { scratchNetwork } from '../../../../src/formats/scratchNetwork';
import { foldBatchNorm } from '../../../../src/learning/foldBatchNorm';
import { cut } from '../../../../src/learning/surgery';
import { cutBehind, learning, withOwnWeights } from '../../../../src/learning/tuning/tail';
import { largestDifference } from '../../../../src/maths/largestDifference';
import { tinyNetwork } from '../../models/tinyNetwork';

beforeAll(async () => {
	await tf.setBackend('cpu');
});

const load = (network: PlainNetwork): Promise<LayersModel> =>
	loadLayersModel({ load: async () => artifactsOf(network) });

const picture = () => tf.randomUniform([2, 8, 8, 3], -1, 1, 'float32', 3);
const shape = [8, 8, 6];

async function answer(network: PlainNetwork, input: tf.Tensor = picture()): Promise<tf.Tensor> {
	const [first] = [(await load(network)).predict(input)].flat();
	if (!first) throw new Error('no answer');
	return first;
}

const values = (tensor: tf.Tensor): Float32Array => tensor.dataSync<'float32'>();

describe('a network in two', () => {
	it('says what the whole network says', async () => {
		const whole = cut(tinyNetwork(), ['pool']);
		const { stem, tail } = cutBehind(foldBatchNorm(whole), 'r1', shape);
		expect(tail.layers.map(({ name }) => name)).not.toContain('c1');
		const halfway = await answer(stem);
		expect(halfway.shape).toEqual([2, ...shape]);
		const both = values(await answer(tail, halfway));
		expect(largestDifference(both, values(await answer(whole)))).toBeLessThan(1e-5);
	});

	it('is refused behind a layer that a shortcut goes around', () => {
		const whole = foldBatchNorm(cut(tinyNetwork(), ['pool']));
		expect(() => cutBehind(whole, 'r2', shape)).toThrow('does not all go through r2');
	});

	it('lets all layers learn but the depthwise ones', async () => {
		const { tail } = cutBehind(foldBatchNorm(cut(tinyNetwork(), ['pool'])), 'r1', shape);
		const network = await load(tail);
		expect(network.trainableWeights.map(({ originalName }) => originalName)).toEqual([
			'c3/kernel',
			'c3/bias',
		]);
	});
});

describe('what a network learned', () => {
	it('is packed, unpacked and put in its place, and only where it belongs is a norm folded', async () => {
		const whole = cut(tinyNetwork(), ['pool']);
		const { stem, tail } = cutBehind(foldBatchNorm(whole), 'r1', shape);
		const moved = new Map(
			[...tail.weights].map(([name, { shape, data }]) => [
				name,
				{ shape, data: data.map((value) => 1.5 * value + 0.1) },
			]),
		);
		const packed = await packedWeights(moved);
		expect(packed.sha256).toMatch(/^[0-9a-f]{64}$/);
		const own = withOwnWeights(whole, await unpackedWeights(packed));
		expect(own.layers.map(({ name }) => name)).toContain('n1');
		expect(own.layers.map(({ name }) => name)).not.toContain('n3');
		const expected = await answer({ ...tail, weights: moved }, await answer(stem));
		expect(largestDifference(values(await answer(own)), values(expected))).toBeLessThan(1e-4);
		await expect(unpackedWeights({ ...packed, data: packed.data.slice(4) })).rejects.toBeInstanceOf(
			RangeError,
		);
		const strange = new Map([['c9/kernel', { shape: [1], data: new Float32Array(1) }]]);
		expect(() => withOwnWeights(whole, strange)).toThrow('c9/kernel');
	});
});

describe('the network that begins from nothing', () => {
	it('is the same under the same seed, and folds to what it was', async () => {
		const photo = tf.randomUniform([1, 112, 112, 3], -1, 1, 'float32', 5);
		const network = scratchNetwork(3);
		const said = values(await answer(network, photo));
		expect(said.length).toBe(256);
		expect(said.some((value) => value > 0)).toBe(true);
		expect(values(await answer(scratchNetwork(3), photo))).toEqual(said);
		expect(largestDifference(values(await answer(scratchNetwork(4), photo)), said)).toBeGreaterThan(
			0.01,
		);
		const folded = foldBatchNorm(learning(network));
		expect(folded.weights.size).toBe(10);
		const own = withOwnWeights(scratchNetwork(0), folded.weights);
		expect(largestDifference(values(await answer(own, photo)), said)).toBeLessThan(1e-4);
	});
});
