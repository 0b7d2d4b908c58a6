import type { HeadKind, HeadModel, HeadParameters } from '../../../src/domain/head';
import { unitRows } from '../../../src/maths/nearest';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';

/** A head of each kind with made-up numbers, over `dimensions` columns. */
export function madeUpHead(
	kind: HeadKind,
	{ dimensions = 12, labels = 4, views = [] as HeadModel['views'], output = 'tiny' } = {},
): HeadModel {
	const random = seededRandom(kind.length + dimensions);
	const numbers = (length: number): Float32Array =>
		Float32Array.from({ length }, () => normalPair(random)[0]);
	const dense = (inputs: number, outputs: number) => ({
		inputs,
		outputs,
		weights: numbers(inputs * outputs),
		bias: numbers(outputs),
	});
	const parameters = (): HeadParameters => {
		switch (kind) {
			case 'mlp':
				return {
					kind: 'layers',
					layers: [dense(dimensions, 7), dense(7, labels)],
					output: 'linear',
				};
			case 'one-vs-all':
				return { kind: 'layers', layers: [dense(dimensions, labels)], output: 'log-sigmoid' };
			case 'prototype':
				return {
					kind: 'prototypes',
					vectors: unitRows(numbers(labels * dimensions), dimensions),
				};
			case 'knn':
				return {
					kind: 'neighbours',
					vectors: unitRows(numbers(20 * dimensions), dimensions),
					classes: Int32Array.from({ length: 20 }, (_, i) => i % labels),
					neighbours: 5,
				};
			default:
				return { kind: 'layers', layers: [dense(dimensions, labels)], output: 'linear' };
		}
	};
	const stamp = {
		output,
		weights: '0123456789abcdef',
		preprocessing: 1,
		dtype: 'float32',
		numerics: 'any',
	} as const;
	return {
		labels: Array.from({ length: labels }, (_, i) => `label ${i}`),
		inputs: [{ source: 'photo', stamp, dimensions }],
		views,
		standardisation: {
			mean: numbers(dimensions),
			// A column without any spread counts for nothing.
			scale: numbers(dimensions).map((value, i) => (i === 3 ? 0 : 0.1 + Math.abs(value))),
		},
		parameters: parameters(),
		temperature: kind === 'knn' ? 0.7 : 1.8,
	};
}
