import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { optimisers } from '../../../../src/domain/head';
import type { Candidate, LabelledRows } from '../../../../src/learning/heads/candidates';
import { judgedTemperatures } from '../../../../src/learning/heads/linearBank';
import { type LinearSettings, trainLinear } from '../../../../src/learning/heads/trainLinear';
import { negativeLogLikelihood, softmaxRows } from '../../../../src/maths/calibration';
import { headScores } from '../../../../src/maths/headScores';
import reference from '../fixtures/logisticRegression.json';

beforeAll(async () => {
	await setBackend('cpu');
});

const { dimensions, labels, weightDecay } = reference;
const data: LabelledRows = {
	values: Float32Array.from(reference.rows),
	classes: Int32Array.from(reference.truth),
	weights: new Float32Array(reference.truth.length).fill(1),
	folds: Int16Array.from(reference.truth, (_, row) => Math.floor(row / 3) % 2),
	judged: reference.truth.length,
	rowsPerProduct: 1,
	dimensions,
	labels,
};
const settings: LinearSettings = {
	loss: 'softmax',
	optimiser: 'adam',
	learningRate: 0.1,
	batchSize: 1000,
	epochs: 300,
	patience: 300,
	judgeEvery: 50,
	seed: 1,
};
const everything: Candidate = { fold: null, weightDecay, columnFactors: null };
const idle = new AbortController().signal;
const quiet = (): void => {};

async function scoresOf(change: Partial<LinearSettings>, candidates = [everything], wanted = 0) {
	const result = await trainLinear(
		data,
		candidates,
		wanted,
		{ ...settings, ...change },
		idle,
		quiet,
	);
	if (!result.head) throw new Error('asked for');
	const layer = { inputs: dimensions, outputs: labels, ...result.head };
	return headScores(
		{ kind: 'layers', layers: [layer], output: 'linear' },
		data.values,
		dimensions,
		labels,
	);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let largest = 0;
	for (let i = 0; i < a.length; i++)
		largest = Math.max(largest, Math.abs((a[i] as number) - (b[i] as number)));
	return largest;
}

describe('linear heads against scikit-learn', () => {
	it('reach the optimum of softmax regression', async () => {
		const probabilities = softmaxRows(await scoresOf({}), labels);
		expect(largestDifference(probabilities, reference.probabilities)).toBeLessThan(0.005);
	});

	it('reach the optimum of one-versus-all regression', async () => {
		const scores = await scoresOf({ loss: 'sigmoid' });
		expect(largestDifference(scores, reference.oneVersusAll)).toBeLessThan(0.02);
	});

	it('get there by the accelerated gradient, all three in fewer steps', async () => {
		const fast = { optimiser: 'accelerated', epochs: 100 } as const;
		const probabilities = softmaxRows(await scoresOf(fast), labels);
		expect(largestDifference(probabilities, reference.probabilities)).toBeLessThan(0.005);
		const sigmoid = await scoresOf({ ...fast, loss: 'sigmoid' });
		expect(largestDifference(sigmoid, reference.oneVersusAll)).toBeLessThan(0.02);
		const hinge = await scoresOf({ ...fast, loss: 'hinge' });
		const slow = await scoresOf({ loss: 'hinge', epochs: 1000, patience: 1000 });
		expect(largestDifference(hinge, slow)).toBeLessThan(0.02);
	});

	it('get there by gradient descent too, and in batches', async () => {
		const descent = await scoresOf({ optimiser: 'sgd', learningRate: 0.5, epochs: 200 });
		const batches = await scoresOf({ batchSize: 30, epochs: 150 });
		for (const scores of [descent, batches])
			expect(largestDifference(softmaxRows(scores, labels), reference.probabilities)).toBeLessThan(
				0.02,
			);
	});
});

describe('heads side by side', () => {
	const held: Candidate = { fold: 0, weightDecay, columnFactors: null };
	const other: Candidate = {
		fold: 1,
		weightDecay: 1,
		columnFactors: Float32Array.from({ length: dimensions }, (_, i) => i / 2),
	};

	it('come out as if each had been trained alone', async () => {
		for (const [loss, optimiser] of [
			['softmax', 'adam'],
			['sigmoid', 'adam'],
			['hinge', 'adam'],
			['softmax', 'accelerated'],
			['sigmoid', 'accelerated'],
		] as const) {
			const short = { loss, optimiser, epochs: 30 };
			const alone = await scoresOf(short, [held]);
			const together = await scoresOf(short, [other, held, everything], 1);
			expect(largestDifference(alone, together)).toBeLessThan(1e-4);
		}
	});

	it('do not learn from the rows they hold out', async () => {
		const changed = {
			...data,
			classes: data.classes.map((of, row) => (data.folds[row] === 0 ? (of + 1) % labels : of)),
		};
		const run = async (rows: LabelledRows) => {
			const result = await trainLinear(
				rows,
				[held],
				0,
				{ ...settings, epochs: 30, judgeEvery: 30 },
				idle,
				quiet,
			);
			return result.head?.weights ?? [];
		};
		expect(largestDifference(await run(data), await run(changed))).toBe(0);
	});

	it('hand back held-out scores only of rows that were held out', async () => {
		const run = trainLinear(data, [held, everything], 1, { ...settings, epochs: 5 }, idle, quiet);
		const { heldOutScores, heldOutLoss } = await run;
		for (const [row, fold] of data.folds.entries())
			expect(Number.isNaN(heldOutScores[row * labels])).toBe(fold !== 0);
		expect(heldOutLoss[0]).toBeGreaterThan(0);
		expect(heldOutLoss[1]).toBeNull();
	});
});

describe('a run', () => {
	it('keeps the weights of the best epoch and stops when nothing gets better', async () => {
		const rate = { ...settings, learningRate: 5, epochs: 200, patience: 5, judgeEvery: 1 };
		const candidates = [{ fold: 0, weightDecay: 0, columnFactors: null }];
		const { epoch, curve, heldOutLoss, heldOutScores } = await trainLinear(
			data,
			candidates,
			null,
			rate,
			idle,
			quiet,
		);
		expect(curve.length).toBe(epoch + 5);
		// What is handed back are the kept weights' scores, as good as was said of them, and later ones are worse.
		const held = [...data.folds.keys()].filter((row) => data.folds[row] === 0);
		const scores = held.flatMap((row) => [
			...heldOutScores.slice(row * labels, (row + 1) * labels),
		]);
		const truth = held.map((row) => data.classes[row] as number);
		const losses = judgedTemperatures.map((temperature) =>
			negativeLogLikelihood(Float32Array.from(scores), truth, labels, temperature),
		);
		expect(heldOutLoss[0]).toBeCloseTo(Math.min(...losses), 4);
		const last = await trainLinear(
			data,
			candidates,
			null,
			{ ...rate, epochs: 200, patience: 200, judgeEvery: 200 },
			idle,
			quiet,
		);
		expect(heldOutLoss[0]).toBeLessThan(last.heldOutLoss[0] ?? 0);
	});

	it('is the same twice, also in shuffled batches', async () => {
		const short = { epochs: 10, batchSize: 16 };
		expect(await scoresOf(short)).toEqual(await scoresOf(short));
		expect(await scoresOf({ ...short, seed: 2 })).not.toEqual(await scoresOf(short));
	});

	it('leaves no tensor behind: success, cancel, failure', async () => {
		const before = memory().numTensors;
		for (const optimiser of optimisers) {
			await scoresOf({ epochs: 3, optimiser });
			expect(memory().numTensors).toBe(before);
		}

		const controller = new AbortController();
		const cancelled = trainLinear(
			data,
			[everything],
			0,
			{ ...settings, judgeEvery: 1 },
			controller.signal,
			({ epoch }) => {
				if (epoch === 2) controller.abort();
			},
		);
		await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
		expect(memory().numTensors).toBe(before);

		const failed = trainLinear(data, [everything], 0, { ...settings, judgeEvery: 1 }, idle, () => {
			throw new Error('the listener is at fault');
		});
		await expect(failed).rejects.toThrow('at fault');
		expect(memory().numTensors).toBe(before);
	});
});
