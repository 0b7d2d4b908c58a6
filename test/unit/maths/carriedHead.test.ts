import { describe, expect, it } from 'vitest';
import type { EmbeddingStamp } from '../../../src/domain/embedding';
import type { DenseLayer, HeadModel, InputBlock } from '../../../src/domain/head';
import {
	folded,
	type SourceHead,
	sourceAnswers,
	sourceHead,
	startingLayer,
} from '../../../src/maths/carriedHead';
import { dense } from '../../../src/maths/dense';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';
import { standardise } from '../../../src/maths/standardise';

const random = seededRandom(3);
const some = (count: number) => Float32Array.from({ length: count }, () => normalPair(random)[0]);

const stamp: EmbeddingStamp = {
	output: 'net',
	weights: 'a',
	preprocessing: 1,
	dtype: 'float32',
	numerics: 'any',
};
const inputs: InputBlock[] = [{ source: 'photo', stamp, dimensions: 2 }];

function model(changed: Partial<HeadModel> = {}): HeadModel {
	return {
		labels: ['boot', 'hat'],
		inputs,
		views: [],
		standardisation: { mean: new Float32Array(2), scale: new Float32Array(2).fill(1) },
		parameters: {
			kind: 'layers',
			layers: [
				{
					inputs: 2,
					outputs: 2,
					weights: Float32Array.from([2, 4, 6, 8]),
					bias: Float32Array.from([10, 12]),
				},
			],
			output: 'linear',
		},
		temperature: 2,
		...changed,
	};
}

function source(): SourceHead {
	const found = sourceHead(model(), inputs);
	if (!found) throw new Error('a single layer on the same inputs');
	return found;
}

describe('a head to make use of', () => {
	it('is taken with its temperature', () => {
		expect([...source().layer.weights]).toEqual([1, 2, 3, 4]);
		expect([...source().layer.bias]).toEqual([5, 6]);
	});

	it('has a single layer and looks at the same', () => {
		const other = { ...stamp, weights: 'b' };
		expect(sourceHead(model(), [{ source: 'photo', stamp: other, dimensions: 2 }])).toBeNull();
		expect(sourceHead(model(), [...inputs, ...inputs])).toBeNull();
		const prototypes = { kind: 'prototypes', vectors: new Float32Array(4) } as const;
		expect(sourceHead(model({ parameters: prototypes }), inputs)).toBeNull();
		const { parameters } = model();
		if (parameters.kind !== 'layers') throw new Error('layers');
		const asked = { ...parameters, output: 'log-sigmoid' } as const;
		expect(sourceHead(model({ parameters: asked }), inputs)).toBeNull();
	});

	it('gives labels of the same name their weights, and others none', () => {
		const { weights, bias } = startingLayer(source(), ['mug', 'hat', 'boot']);
		expect([...weights]).toEqual([0, 2, 1, 0, 4, 3]);
		expect([...bias]).toEqual([0, 6, 5]);
	});

	it('answers what is missing as if it were average', () => {
		const rows = Float32Array.from([1, 1, Number.NaN, 1]);
		expect([...sourceAnswers(rows, source(), Float32Array.from([2, 0]))]).toEqual([9, 12, 10, 14]);
	});
});

describe('a layer over rows and answers', () => {
	it('is one over the rows alone', () => {
		const d = 6;
		const answers = 3;
		const labels = 4;
		const from: SourceHead = {
			labels: ['a', 'b', 'c'],
			standardisation: { mean: some(d), scale: some(d) },
			layer: { inputs: d, outputs: answers, weights: some(d * answers), bias: some(answers) },
		};
		const layer: DenseLayer = {
			inputs: d + answers,
			outputs: labels,
			weights: some((d + answers) * labels),
			bias: some(labels),
		};
		const standardisation = { mean: some(d + answers), scale: some(d + answers) };
		const count = 5;
		const rows = some(count * d);
		rows[4] = Number.NaN;
		const mean = standardisation.mean.slice(0, d);
		const behind = sourceAnswers(rows, from, mean);
		const wide = new Float32Array(count * (d + answers));
		for (let row = 0; row < count; row++) {
			wide.set(rows.subarray(row * d, (row + 1) * d), row * (d + answers));
			wide.set(behind.subarray(row * answers, (row + 1) * answers), row * (d + answers) + d);
		}
		const expected = dense(standardise(wide, standardisation), layer);
		const one = folded(layer, standardisation, from);
		const found = dense(standardise(rows, one.standardisation), one.layer);
		expect(found).toHaveLength(expected.length);
		for (const [at, value] of found.entries()) expect(value).toBeCloseTo(expected[at] as number, 3);
	});
});
