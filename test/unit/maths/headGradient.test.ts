import { describe, expect, it } from 'vitest';
import type { FusedParameters, HeadParameters } from '../../../src/domain/head';
import { headGradient } from '../../../src/maths/headGradient';
import { modelScores } from '../../../src/maths/headScores';
import { unitRows } from '../../../src/maths/nearest';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';

const dimensions = 5;
const labels = ['a', 'b', 'c'];
const random = seededRandom(3);
const normals = (length: number) => Float32Array.from({ length }, () => normalPair(random)[0]);
const standardisation = { mean: normals(dimensions), scale: Float32Array.of(2, 0.5, 1, 0, 3) };
const row = normals(dimensions);

const layer = (inputs: number, outputs: number) => ({
	inputs,
	outputs,
	weights: normals(inputs * outputs),
	bias: normals(outputs),
});

function model(parameters: HeadParameters) {
	return { labels, inputs: [], views: [], standardisation, parameters, temperature: 1 };
}

/** The score a little to either side, in place of the derivative. */
function byDifferences(parameters: HeadParameters, label: number): number[] {
	const step = 1e-2;
	return Array.from(row, (_, i) => {
		const at = (by: number) => {
			const moved = row.slice();
			moved[i] = (moved[i] as number) + by;
			return modelScores(model(parameters), moved, [])[label] as number;
		};
		return (at(step) - at(-step)) / (2 * step);
	});
}

describe('the derivative of a score by the stored row', () => {
	it('of a linear head is its weights times the scale', () => {
		const weights = Float32Array.from({ length: dimensions * 3 }, (_, i) => i);
		const parameters: HeadParameters = {
			kind: 'layers',
			output: 'linear',
			layers: [{ inputs: dimensions, outputs: 3, weights, bias: new Float32Array(3) }],
		};
		// Column 1 holds 1, 4, 7, 10, 13.
		expect([...(headGradient(model(parameters), row, 1) ?? [])]).toEqual([2, 2, 7, 0, 39]);
	});

	const fused = (fusion: FusedParameters['fusion']): FusedParameters => ({
		kind: 'fused',
		fusion,
		photo: layer(3, 6),
		title: layer(2, 6),
		gate: fusion === 'gated' ? { photo: normals(6), title: normals(6), bias: 0.5 } : null,
		output: layer(6, 3),
	});
	const smooth: [string, HeadParameters][] = [
		['sides that are added', fused('sum')],
		['sides that are multiplied', fused('product')],
		['the stronger of two sides', fused('maximum')],
		['sides that are weighed', fused('gated')],
		['a perceptron', { kind: 'layers', output: 'linear', layers: [layer(5, 8), layer(8, 3)] }],
		['prototypes', { kind: 'prototypes', vectors: unitRows(normals(15), dimensions) }],
	];
	it.each(smooth)('of %s agrees with differences', (_, parameters) => {
		for (const label of labels.keys()) {
			const found = headGradient(model(parameters), row, label);
			for (const [i, slope] of byDifferences(parameters, label).entries())
				expect(found?.[i]).toBeCloseTo(slope, 2);
		}
	});

	it('of questions per label is taken before the sigmoid', () => {
		const layers = [layer(5, 3)];
		const asked = headGradient(model({ kind: 'layers', output: 'log-sigmoid', layers }), row, 2);
		expect(asked).toEqual(
			headGradient(model({ kind: 'layers', output: 'linear', layers }), row, 2),
		);
	});

	it('does not exist for neighbours', () => {
		const parameters: HeadParameters = {
			kind: 'neighbours',
			vectors: normals(5),
			classes: Int32Array.of(0),
			neighbours: 1,
		};
		expect(headGradient(model(parameters), row, 0)).toBeNull();
	});

	it('takes what is missing as average', () => {
		const vectors = unitRows(normals(15), dimensions);
		const missing = row.map((value, i) => (i === 0 ? Number.NaN : value));
		const average = row.map((value, i) => (i === 0 ? (standardisation.mean[0] as number) : value));
		const parameters: HeadParameters = { kind: 'prototypes', vectors };
		expect(headGradient(model(parameters), missing, 0)).toEqual(
			headGradient(model(parameters), average, 0),
		);
	});
});
