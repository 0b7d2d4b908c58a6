import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor1d, tensor2d, tidy, transpose } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LabelledRows } from '../../../../src/learning/heads/candidates';
import { largestEigenvalues } from '../../../../src/learning/heads/curvature';
import type { LinearLoss } from '../../../../src/learning/heads/linearLoss';
import { trainLinear } from '../../../../src/learning/heads/trainLinear';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';

beforeAll(async () => {
	await setBackend('cpu');
});

/** Rows around the centre of their label, each of length about `size`; labels as often as `counts` says. */
function madeUp(counts: number[], dimensions: number, size: number, shift = 0): LabelledRows {
	const random = seededRandom(7);
	const normal = (): number => (normalPair(random)[0] * size) / Math.sqrt(2 * dimensions);
	const centres = counts.map(() => Array.from({ length: dimensions }, normal));
	const classes = Int32Array.from(counts.flatMap((count, of) => new Array<number>(count).fill(of)));
	return {
		values: Float32Array.from(
			[...classes].flatMap((of) => (centres[of] ?? []).map((centre) => centre + normal() + shift)),
		),
		classes,
		weights: new Float32Array(classes.length).fill(1),
		folds: Int16Array.from(classes, (_, row) => row % 5),
		judged: classes.length,
		rowsPerProduct: 1,
		dimensions,
		labels: counts.length,
	};
}

async function curveOf(data: LabelledRows, loss: LinearLoss, weightDecay: number, epochs = 40) {
	const candidates = [0, null].map((fold) => ({ fold, weightDecay, columnFactors: null }));
	const settings = {
		loss,
		optimiser: 'accelerated',
		learningRate: 0.1,
		batchSize: 10_000,
		epochs,
		patience: epochs,
		judgeEvery: 1,
		seed: 1,
	} as const;
	const signal = new AbortController().signal;
	return (await trainLinear(data, candidates, 1, settings, signal, () => {})).curve;
}

describe.each(['softmax', 'sigmoid', 'hinge'] as const)('the accelerated gradient: %s', (loss) => {
	it.each([
		['two labels', madeUp([40, 40], 20, 1)],
		['two labels, one of them rare', madeUp([117, 3], 20, 1)],
		['a label that has nearly everything', madeUp([160, 5, 4, 3, 2, 2], 30, 1)],
		['20 labels of three products each', madeUp(new Array<number>(20).fill(3), 8, 1)],
		['rows a hundred times as long', madeUp([30, 30, 30], 20, 100)],
		['rows far from zero', madeUp([30, 30, 30], 20, 1, 5)],
		['rows that are all the same', madeUp([20, 10], 5, 0)],
	])('does not diverge: %s', async (_, data) => {
		for (const weightDecay of [0, 0.01]) {
			const losses = (await curveOf(data, loss, weightDecay)).map(({ trainLoss }) => trainLoss);
			const [first = Number.NaN, last = Number.NaN] = [losses[0], losses.at(-1)];
			expect(last, `${weightDecay}`).toBeLessThanOrEqual(first * 1.001);
			// Nowhere on the way is it far above where it has been.
			let lowest = Number.POSITIVE_INFINITY;
			for (const value of losses) {
				expect(value, `${weightDecay}`).toBeLessThan(1.1 * lowest + 0.01);
				lowest = Math.min(lowest, value);
			}
		}
	});
});

describe('the largest eigenvalue', () => {
	it('is that of each head’s weighed rows', async () => {
		// XᵀDX is diag(4, 1) · 1/2 with all rows, diag(0, 1) without the first, diag(1, 1) · 1/2 with a factor of 1/2.
		const found = tidy(() => {
			const rows = tensor2d([2, 0, 0, 1], [2, 2]);
			const shares = tensor2d([0.5, 0, 0.5, 0.5, 1, 0.5], [2, 3]);
			const factors = tensor2d([1, 1, 0.5, 1, 1, 1], [2, 3]);
			const none = tensor1d([0, 0, 0]);
			return largestEigenvalues(rows, transpose(rows), shares, factors, none).dataSync();
		});
		// Up to the margin of a tenth.
		for (const [head, exact] of [2, 1, 0.5].entries())
			expect((found[head] as number) / exact).toBeCloseTo(1.1, 2);
	});

	it('counts the bias’s column in', () => {
		// [[1, 1], [1, 1]] with the constant 1: rows that all lean the same way pull twice.
		const found = tidy(() => {
			const rows = tensor2d([1, 1], [2, 1]);
			const shares = tensor2d([0.5, 0.5], [2, 1]);
			return largestEigenvalues(rows, transpose(rows), shares, null, tensor1d([1])).dataSync();
		});
		expect(found[0]).toBeCloseTo(2.2, 2);
	});
});
