import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddingStamp } from '../../../../src/domain/embedding';
import { defaultSpecification, type HeadModel, type InputBlock } from '../../../../src/domain/head';
import { unattended } from '../../../../src/domain/job';
import type { TrainingResult, TrainingRows } from '../../../../src/learning/heads/kindResult';
import { trainHead } from '../../../../src/learning/heads/trainHead';
import { sourceHead } from '../../../../src/maths/carriedHead';
import { modelScores } from '../../../../src/maths/headScores';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';

const d = 16;
const labels = ['bag', 'boot', 'hat', 'mug'];
const stamp: EmbeddingStamp = {
	output: 'net',
	weights: 'a',
	preprocessing: 1,
	dtype: 'float32',
	numerics: 'any',
};
const inputs: InputBlock[] = [{ source: 'photo', stamp, dimensions: d }];
const specification = { ...defaultSpecification, epochs: 30 };

/** Many trainings, on whatever else the machine does. */
const time = 60_000;

beforeAll(async () => {
	await tf.setBackend('cpu');
});

/** Clouds around the same centres, `each` of a label, moved by as much in every direction. */
function products(each: number, seed: number, moved = 0, noise = 1.4): TrainingRows {
	const centre = seededRandom(1);
	const centres = labels.map(() => Float32Array.from({ length: d }, () => normalPair(centre)[0]));
	const random = seededRandom(seed);
	const values = new Float32Array(labels.length * each * d);
	const classes = Int32Array.from(
		{ length: labels.length * each },
		(_, row) => row % labels.length,
	);
	for (const [row, of] of classes.entries())
		for (let i = 0; i < d; i++)
			values[row * d + i] = (centres[of]?.[i] as number) + moved + noise * normalPair(random)[0];
	return {
		values,
		views: [],
		averagedViews: 0,
		classes,
		folds: Int16Array.from(classes, (_, row) => Math.floor(row / labels.length) % 3),
		labels: labels.length,
		blocks: [{ source: 'photo', dimensions: d }],
	};
}

function modelOf({ standardisation, parameters, temperature }: TrainingResult): HeadModel {
	return { labels, inputs, views: [], standardisation, parameters, temperature };
}

function share(result: TrainingResult, rows: TrainingRows): number {
	const scores = modelScores(modelOf(result), rows.values, []);
	let right = 0;
	for (const [row, of] of rows.classes.entries()) {
		const own = scores.subarray(row * labels.length, (row + 1) * labels.length);
		if (own.indexOf(Math.max(...own)) === of) right++;
	}
	return right / rows.classes.length;
}

async function carried(by: 'start' | 'features', few: TrainingRows, from: TrainingResult) {
	const source = sourceHead(modelOf(from), inputs);
	if (!source) throw new Error('a single layer');
	const of = { ...specification, carried: { headId: 'source', by } };
	return trainHead(few, of, unattended, { source, labels });
}

describe('a head carried over to new products', () => {
	it.each(['start', 'features'] as const)(
		'by %s knows more from three products a label than one that begins afresh',
		async (by) => {
			const before = tf.memory().numTensors;
			const source = await trainHead(products(50, 2), specification, unattended);
			const few = products(3, 3, 0.2);
			const test = products(100, 4, 0.2);
			const fresh = await trainHead(few, specification, unattended);
			const found = await carried(by, few, source);
			expect(share(found, test)).toBeGreaterThan(share(fresh, test) + 0.03);
			expect(found.parameters).toMatchObject({ kind: 'layers', layers: [{ inputs: d }] });
			expect(found.standardisation.mean).toHaveLength(d);
			expect(found.temperature).toBeGreaterThan(0);
			expect(tf.memory().numTensors).toBe(before);
		},
		time,
	);

	it(
		'learns labels that the other head does not know',
		async () => {
			const source = await trainHead(products(60, 2), specification, unattended);
			const model = { ...modelOf(source), labels: ['bag', 'boot', 'hat', 'something else'] };
			const from = sourceHead(model, inputs);
			if (!from) throw new Error('a single layer');
			const of = { ...specification, carried: { headId: 'source', by: 'start' as const } };
			const carry = { source: from, labels };
			const found = await trainHead(products(30, 3), of, unattended, carry);
			expect(share(found, products(60, 4))).toBeGreaterThan(0.8);
		},
		time,
	);

	it(
		'lets go of what does not hold, given products enough',
		async () => {
			const rows = products(60, 2);
			const wrong = { ...rows, classes: rows.classes.map((of) => (of + 1) % labels.length) };
			const source = await trainHead(wrong, specification, unattended);
			const found = await carried('start', products(60, 3), source);
			expect(share(found, products(60, 4))).toBeGreaterThan(0.7);
		},
		time,
	);
});
