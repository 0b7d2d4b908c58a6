import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { artifactsOf, inputsOf, type PlainNetwork } from '../../../src/formats/plainNetwork';
import { foldBatchNorm, fuseRelu } from '../../../src/learning/foldBatchNorm';
import { append, configure, cut } from '../../../src/learning/surgery';
import { tinyNetwork } from './tinyNetwork';

beforeAll(() => tf.setBackend('cpu'));

/** What TF.js makes of the network, for one fixed picture. */
async function answers(network: PlainNetwork): Promise<number[][]> {
	const model = await tf.loadLayersModel(tf.io.fromMemory(artifactsOf(network)));
	return tf.tidy(() => {
		const picture = tf.randomUniform([1, 8, 8, 3], -1, 1, 'float32', 3);
		const outputs = model.predict(picture);
		return (Array.isArray(outputs) ? outputs : [outputs]).map((output) =>
			Array.from(output.dataSync()),
		);
	});
}

function expectClose(found: number[][], expected: number[][]): void {
	expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
	for (const [i, row] of expected.entries())
		for (const [j, value] of row.entries()) {
			const error = Math.abs((found[i]?.[j] ?? Number.NaN) - value);
			expect(error).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
		}
}

const classes = (network: PlainNetwork): string[] =>
	network.layers.map(({ class_name }) => class_name);

describe('folding', () => {
	it('leaves no batch norm and changes no answer', async () => {
		const folded = foldBatchNorm(tinyNetwork());
		expect(classes(folded)).not.toContain('BatchNormalization');
		expect([...folded.weights.keys()].filter((name) => name.startsWith('n'))).toEqual([]);
		expectClose(await answers(folded), await answers(tinyNetwork()));
	});

	it('leaves a batch norm whose convolution has another reader', async () => {
		const network = append(tinyNetwork(), 'GlobalAveragePooling2D', 'raw', ['c3'], {
			data_format: 'channels_last',
		});
		const watched = cut(network, ['pool', 'raw']);
		const folded = foldBatchNorm(watched);
		expect(classes(folded).filter((name) => name === 'BatchNormalization')).toHaveLength(1);
		expectClose(await answers(folded), await answers(watched));
	});

	it('does not touch what it was given', () => {
		const network = tinyNetwork();
		const before = JSON.stringify(network.layers);
		const weight = network.weights.get('c1/kernel')?.data.slice();
		fuseRelu(foldBatchNorm(network));
		expect(JSON.stringify(network.layers)).toBe(before);
		expect(network.weights.get('c1/kernel')?.data).toEqual(weight);
	});
});

describe('fusing ReLU', () => {
	it('takes only plain ones right after a convolution, and changes no answer', async () => {
		const fused = fuseRelu(foldBatchNorm(tinyNetwork()));
		// r1 is gone into c1; r2 is clipped, r3 comes after an addition.
		expect(fused.layers.map(({ name }) => name)).not.toContain('r1');
		expect(fused.layers.map(({ name }) => name)).toEqual(expect.arrayContaining(['r2', 'r3']));
		expect(inputsOf(fused.layers.find(({ name }) => name === 'sum') ?? failed())).toEqual([
			'c1',
			'c3',
		]);
		expectClose(await answers(fused), await answers(tinyNetwork()));
	});
});

describe('cutting', () => {
	it('keeps what the outputs need and nothing else', async () => {
		const pooled = cut(tinyNetwork(), ['pool']);
		expect([...pooled.weights.keys()]).not.toContain('head/kernel');
		expect(await answers(pooled)).toEqual((await answers(tinyNetwork())).slice(0, 1));
	});

	it('gives logits when the softmax is taken off', async () => {
		const [, logits = []] = await answers(
			configure(tinyNetwork(), 'head', { activation: 'linear' }),
		);
		const [, beliefs = []] = await answers(tinyNetwork());
		const exponentials = logits.map(Math.exp);
		const sum = exponentials.reduce((total, value) => total + value, 0);
		expectClose([exponentials.map((value) => value / sum)], [beliefs]);
	});

	it('names a layer that is not there', () => {
		expect(() => cut(tinyNetwork(), ['fc1000'])).toThrow('fc1000');
	});
});

function failed(): never {
	throw new Error('no such layer');
}
