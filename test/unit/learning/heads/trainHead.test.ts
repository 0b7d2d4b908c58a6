import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fusions } from '../../../../src/domain/fusion';
import {
	defaultSpecification,
	type HeadModel,
	type HeadSpecification,
	headKinds,
	withFusion,
} from '../../../../src/domain/head';
import { type JobContext, unattended } from '../../../../src/domain/job';
import type { TrainingRows } from '../../../../src/learning/heads/kindResult';
import { trainHead } from '../../../../src/learning/heads/trainHead';
import {
	averageViews,
	modelProbabilities,
	modelScores,
	photoShares,
} from '../../../../src/maths/headScores';
import { topColumns } from '../../../../src/maths/metrics';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';
import { stratifiedFolds } from '../../../../src/maths/splits';

beforeAll(async () => {
	await setBackend('cpu');
});

/** Clouds around one point per label; `spread` 1 is easy. */
function clouds(labels: number, perLabel: number, dimensions: number, spread: number, seed = 3) {
	const random = seededRandom(seed);
	const centres = Array.from({ length: labels * dimensions }, () => 3 * normalPair(random)[0]);
	const classes = Int32Array.from({ length: labels * perLabel }, (_, row) => row % labels);
	const values = new Float32Array(classes.length * dimensions);
	for (let i = 0; i < values.length; i++) {
		const of = classes[Math.floor(i / dimensions)] as number;
		values[i] =
			(centres[of * dimensions + (i % dimensions)] as number) + spread * normalPair(random)[0];
	}
	return { values, classes };
}

function training(change: Partial<TrainingRows> = {}, spread = 1): TrainingRows {
	const { values, classes } = clouds(3, 20, 6, spread);
	return {
		values,
		views: [],
		averagedViews: 0,
		classes,
		folds: stratifiedFolds(
			[...classes],
			[...classes].map(() => null),
			4,
			1,
		),
		labels: 3,
		blocks: [{ source: 'photo', dimensions: 6 }],
		...change,
	};
}

const small: HeadSpecification = {
	...defaultSpecification,
	epochs: 15,
	hiddenUnits: 16,
	neighbours: 5,
};

async function trained(rows: TrainingRows, change: Partial<HeadSpecification>, job = unattended) {
	const result = await trainHead(rows, { ...small, ...change }, job);
	const model: HeadModel = {
		labels: Array.from({ length: rows.labels }, String),
		inputs: [],
		views: [],
		...result,
	};
	return { result, model };
}

function accuracyOf(model: HeadModel, rows: TrainingRows): number {
	const best = topColumns(modelScores(model, rows.values, rows.views), rows.labels, 1);
	return best.filter((label, row) => label === rows.classes[row]).length / best.length;
}

describe('every kind of head', () => {
	for (const kind of headKinds) {
		it(`${kind} learns what is easy, says so on rows it did not see, and leaves no tensor`, async () => {
			const rows = training();
			const before = memory().numTensors;
			const { result, model } = await trained(rows, { kind });
			expect(memory().numTensors).toBe(before);
			expect(accuracyOf(model, rows)).toBeGreaterThan(0.95);
			const held = topColumns(result.heldOut.scores, 3, 1);
			const right = held.filter(
				(label, at) => label === rows.classes[result.heldOut.rows[at] ?? -1],
			);
			expect(right.length / held.length).toBeGreaterThan(0.9);
			const sums = modelProbabilities(model, modelScores(model, rows.values, []));
			for (let row = 0; row < rows.classes.length; row++)
				expect(sums.slice(row * 3, row * 3 + 3).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
		});

		it(`${kind} is the same twice from the same seed`, async () => {
			const first = await trained(training(), { kind });
			const second = await trained(training(), { kind });
			expect(first.result.parameters).toEqual(second.result.parameters);
			expect(first.result.temperature).toBe(second.result.temperature);
		});

		it(`${kind} answers a cancel and leaves no tensor`, async () => {
			const before = memory().numTensors;
			const controller = new AbortController();
			const job: JobContext = { signal: controller.signal, report: () => controller.abort() };
			const run = trained(training({}, 3), { kind, epochs: 40 }, job);
			// Heads that remember may be done before the first look.
			if (kind === 'prototype' || kind === 'knn') await run;
			else await expect(run).rejects.toMatchObject({ name: 'AbortError' });
			expect(memory().numTensors).toBe(before);
		});

		it(`${kind} makes numbers, not NaN, of a class of one, of nothing held out, and of rows that lack a block`, async () => {
			const rows = training({ folds: new Int16Array(60).fill(-1), labels: 5 });
			rows.classes[0] = 4; // label 3 has none at all
			rows.values.fill(Number.NaN, 12, 18);
			const { result, model } = await trained(rows, { kind, epochs: 5 });
			expect(result.temperature).toBe(1);
			const probabilities = modelProbabilities(model, modelScores(model, rows.values, []));
			expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true);
		});
	}
});

/** Clouds on both sides; of every third product one side is missing, in turn. */
function bothSides(): TrainingRows {
	const { values, classes } = clouds(3, 20, 4, 1, 3);
	const titles = clouds(3, 20, 3, 1, 9).values;
	const rows = Float32Array.from({ length: 60 * 7 }, (_, i) => {
		const [row, column] = [Math.floor(i / 7), i % 7];
		const value = column < 4 ? values[row * 4 + column] : titles[row * 3 + column - 4];
		return (row % 6 === 2 && column < 4) || (row % 6 === 5 && column >= 4)
			? Number.NaN
			: (value as number);
	});
	return training({
		values: rows,
		classes,
		blocks: [
			{ source: 'photo', dimensions: 4 },
			{ source: 'title', dimensions: 3 },
		],
	});
}

describe('every fusion', () => {
	const short = { modality: 'both' as const, epochs: 25, batchSize: 16, hiddenUnits: 8 };

	for (const fusion of fusions) {
		const change = { ...withFusion(small, fusion), ...short };

		it(`${fusion} learns what is easy, also of products that lack a side, and leaves no tensor`, async () => {
			const rows = bothSides();
			const before = memory().numTensors;
			const { result, model } = await trained(rows, change);
			expect(memory().numTensors).toBe(before);
			expect(accuracyOf(model, rows)).toBeGreaterThan(0.9);
			expect(modelScores(model, rows.values, []).some(Number.isNaN)).toBe(false);
			expect(result.heldOut.rows.length).toBeGreaterThan(0);
			expect(result.heldOut.scores.some(Number.isNaN)).toBe(false);
		});

		it(`${fusion} is the same twice from the same seed`, async () => {
			const first = await trained(bothSides(), change);
			const second = await trained(bothSides(), change);
			expect(first.result.parameters).toEqual(second.result.parameters);
			expect(first.result.heldOut.scores).toEqual(second.result.heldOut.scores);
		});

		it(`${fusion} answers a cancel, and a failure, and leaves no tensor`, async () => {
			const before = memory().numTensors;
			const controller = new AbortController();
			const cancelling = { signal: controller.signal, report: () => controller.abort() };
			await expect(trained(bothSides(), change, cancelling)).rejects.toMatchObject({
				name: 'AbortError',
			});
			const failing: JobContext = {
				...unattended,
				report() {
					throw new Error('the page is gone');
				},
			};
			await expect(trained(bothSides(), change, failing)).rejects.toThrow('the page is gone');
			expect(memory().numTensors).toBe(before);
		});

		it(`${fusion} copes with nothing held out and with titles that nobody has`, async () => {
			const rows = bothSides();
			rows.folds.fill(-1);
			for (let i = 0; i < rows.values.length; i++) if (i % 7 >= 4) rows.values[i] = Number.NaN;
			const there = [...rows.classes.keys()].filter((row) => row % 6 !== 2);
			const { model } = await trained(
				{
					...rows,
					values: Float32Array.from(
						there.flatMap((row) => [...rows.values.slice(row * 7, row * 7 + 7)]),
					),
					classes: Int32Array.from(there, (row) => rows.classes[row] as number),
					folds: new Int16Array(there.length).fill(-1),
				},
				change,
			);
			const probabilities = modelProbabilities(model, modelScores(model, rows.values, []));
			expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true);
		});
	}

	it('says how much the photo counted where it weighs, and knows where there was nothing to weigh', async () => {
		const rows = bothSides();
		for (const fusion of ['gated', 'late'] as const) {
			const { model } = await trained(rows, { ...withFusion(small, fusion), ...short });
			const shares = photoShares(model, rows.values, []);
			expect(shares?.length).toBe(60);
			for (const [row, share] of (shares ?? []).entries()) {
				if (row % 6 === 2) expect(share).toBe(0);
				else if (row % 6 === 5) expect(share).toBe(1);
				else expect(share).toBeLessThanOrEqual(1);
			}
		}
		const { model } = await trained(rows, { ...withFusion(small, 'sum'), ...short });
		expect(photoShares(model, rows.values, [])).toBeNull();
	});
});

describe('a head', () => {
	it('learns what no line can part when it has a hidden layer', async () => {
		const values = Float32Array.from({ length: 160 }, (_, i) => {
			const corner = Math.floor(i / 2) % 4;
			const jitter = normalPair(seededRandom(i))[0] * 0.1;
			return (i % 2 === 0 ? corner & 1 : corner >> 1) + jitter;
		});
		const classes = Int32Array.from({ length: 80 }, (_, row) => [0, 1, 1, 0][row % 4] as number);
		const rows = training({
			values,
			classes,
			labels: 2,
			folds: new Int16Array(80).fill(-1),
			blocks: [{ source: 'photo', dimensions: 2 }],
		});
		const rate = { epochs: 150, learningRate: 0.05, dropout: 0, weightDecay: 0 };
		const perceptron = await trained(rows, { ...rate, kind: 'mlp' });
		const linear = await trained(rows, { ...rate, kind: 'softmax' });
		expect(accuracyOf(perceptron.model, rows)).toBe(1);
		expect(accuracyOf(linear.model, rows)).toBeLessThan(0.8);
	});

	it('listens to the title where the title knows, and to the photo where it does not', async () => {
		const know = clouds(3, 40, 4, 0.5, 3);
		const noise = clouds(3, 40, 4, 0.5, 9);
		const babble = Float32Array.from(noise.values, (_, i) => normalPair(seededRandom(i))[0]);
		const beside = (a: Float32Array, b: Float32Array) =>
			Float32Array.from({ length: 120 * 8 }, (_, i) => {
				const [row, column] = [Math.floor(i / 8), i % 8];
				return (column < 4 ? a[row * 4 + column] : b[row * 4 + column - 4]) as number;
			});
		const blocks = [
			{ source: 'photo' as const, dimensions: 4 },
			{ source: 'title' as const, dimensions: 4 },
		];
		const folds = stratifiedFolds(
			[...know.classes],
			[...know.classes].map(() => null),
			4,
			1,
		);
		const common = { classes: know.classes, folds, blocks };
		const loud = await trained(training({ ...common, values: beside(babble, know.values) }), {});
		const soft = await trained(training({ ...common, values: beside(know.values, babble) }), {});
		expect(loud.result.chosen.titleWeight).toBeGreaterThan(soft.result.chosen.titleWeight);
	});

	it('weighs a rare label up when told to', async () => {
		const { values, classes } = clouds(2, 60, 2, 4, 5);
		const kept = [...classes.keys()].filter((row) => classes[row] === 0 || row % 12 === 1);
		const rows = training({
			values: Float32Array.from(kept.flatMap((row) => [...values.slice(row * 2, row * 2 + 2)])),
			classes: Int32Array.from(kept, (row) => classes[row] as number),
			folds: new Int16Array(kept.length).fill(-1),
			labels: 2,
			blocks: [{ source: 'photo', dimensions: 2 }],
		});
		const givenRare = async (sampling: HeadSpecification['sampling']) => {
			const { model } = await trained(rows, { sampling, epochs: 40 });
			return topColumns(modelScores(model, rows.values, []), 2, 1).filter((label) => label === 1)
				.length;
		};
		const plain = await givenRare('as-is');
		for (const sampling of ['under', 'over', 'class-weights'] as const)
			expect(await givenRare(sampling)).toBeGreaterThan(plain);
	});

	it('averages the views of a photo', async () => {
		const { model } = await trained(training(), {});
		const { values } = training();
		const { values: others } = clouds(3, 20, 6, 1, 8);
		expect(modelScores(model, values, [others])).toEqual(
			averageViews([modelScores(model, values, []), modelScores(model, others, [])]),
		);
	});
});

describe('views of photos', () => {
	const { values } = training();
	const noise = clouds(3, 20, 6, 30, 8).values;

	for (const kind of headKinds) {
		it(`change nothing for ${kind} when they are what was there before, whatever the sampling`, async () => {
			const plain = await trained(training(), { kind, dropout: 0 });
			const rows = training({ views: [values.slice(), values.slice()], averagedViews: 1 });
			const viewed = await trained(rows, { kind, dropout: 0 });
			const scores = (model: HeadModel) => modelScores(model, values, []);
			const apart = scores(viewed.model).map(
				(score, i) => score - (scores(plain.model)[i] as number),
			);
			// Three neighbours where there was one add log 3 to every score that knn gives.
			expect(Math.max(...apart.map(Math.abs))).toBeLessThan(kind === 'knn' ? 1.1 : 0.05);
			expect(viewed.result.heldOut.rows).toEqual(plain.result.heldOut.rows);
		});

		it(`leave no tensor of ${kind}, and are not judged by unless they are averaged`, async () => {
			const before = memory().numTensors;
			const rows = training({ views: [values.slice(), noise], averagedViews: 1 });
			const { result } = await trained(rows, { kind });
			expect(memory().numTensors).toBe(before);
			const held = topColumns(result.heldOut.scores, 3, 1);
			const right = held.filter(
				(label, at) => label === rows.classes[result.heldOut.rows[at] ?? -1],
			);
			// Averaged in, the noise would drown everything.
			expect(right.length / held.length).toBeGreaterThan(0.75);
		});
	}

	it('stay in the fold of their product', async () => {
		// Every product is a class-free point, so that only a leaked view could give its label away.
		const random = seededRandom(11);
		const points = Float32Array.from({ length: 60 * 40 }, () => normalPair(random)[0]);
		const rows = training({
			values: points,
			views: [points.slice(), points.slice()],
			blocks: [{ source: 'photo', dimensions: 40 }],
		});
		for (const kind of headKinds) {
			const { result } = await trained(rows, { kind });
			const held = topColumns(result.heldOut.scores, 3, 1);
			const right = held.filter(
				(label, at) => label === rows.classes[result.heldOut.rows[at] ?? -1],
			);
			expect(right.length / held.length).toBeLessThan(0.6);
		}
	});
});
