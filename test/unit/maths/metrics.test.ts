import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	accuracy,
	classFigures,
	confusionMatrix,
	macroF1,
	majorityBaseline,
	topAccuracy,
	topColumns,
	wilsonInterval,
} from '../../../src/maths/metrics';
import reference from './fixtures/scikitLearn.json';

const { truth, classes } = reference;
const scores = Float32Array.from(reference.scores);
const labels = Array.from({ length: classes }, (_, i) => `class ${i}`);
const ranked = topColumns(scores, classes, 3);
const predicted = truth.map((_, row) => ranked[row * 3] as number);
const confusion = confusionMatrix(truth, predicted, classes);

describe('metrics against scikit-learn', () => {
	it('agrees on accuracy, top-3 and macro-F1', () => {
		expect(accuracy(truth, predicted).value).toBeCloseTo(reference.accuracy, 12);
		expect(topAccuracy(truth, ranked, 3, 3)).toBeCloseTo(reference.top3, 12);
		expect(macroF1(confusion, labels)).toBeCloseTo(reference.macroF1, 12);
	});

	it('agrees on every class, one of which never occurs', () => {
		const figures = classFigures(confusion, labels);
		for (const [i, { precision, recall, f1, support }] of figures.entries()) {
			expect(precision).toBeCloseTo(reference.precision[i] as number, 12);
			expect(recall).toBeCloseTo(reference.recall[i] as number, 12);
			expect(f1).toBeCloseTo(reference.f1[i] as number, 12);
			expect(support).toBe(reference.support[i]);
		}
	});

	it('agrees on the confusion matrix', () => {
		expect([...confusion]).toEqual(reference.confusion);
	});

	it('agrees on Wilson intervals, at the ends too', () => {
		for (const [successes, of, low, high] of reference.wilson) {
			const interval = wilsonInterval(successes as number, of as number);
			expect(interval.low).toBeCloseTo(low as number, 12);
			expect(interval.high).toBeCloseTo(high as number, 12);
		}
	});
});

describe('metrics by hand', () => {
	// Three cats, two dogs, one bird; a dog taken for a cat, the bird taken for a dog.
	const cats = { truth: [0, 0, 0, 1, 1, 2], predicted: [0, 0, 0, 1, 0, 1] };

	it('counts a small table', () => {
		const table = confusionMatrix(cats.truth, cats.predicted, 3);
		expect([...table]).toEqual([3, 0, 0, 1, 1, 0, 0, 1, 0]);
		const [cat, dog, bird] = classFigures(table, ['cat', 'dog', 'bird']);
		expect(cat).toEqual({ label: 'cat', precision: 3 / 4, recall: 1, f1: 6 / 7, support: 3 });
		expect(dog).toEqual({ label: 'dog', precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, support: 2 });
		expect(bird).toEqual({ label: 'bird', precision: 0, recall: 0, f1: 0, support: 1 });
	});

	it('takes the baseline from the training rows', () => {
		expect(majorityBaseline([1, 1, 0], cats.truth, 3)).toEqual({ index: 1, accuracy: 2 / 6 });
	});

	it('knows nothing of no rows, and says so', () => {
		expect(accuracy([], [])).toEqual({ value: Number.NaN, low: 0, high: 1 });
	});
});

describe('ranking', () => {
	it('sorts like a stable sort', () => {
		const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 });
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 9 }), (row, ranks) => {
				const order = row.map((_, i) => i).sort((a, b) => (row[b] as number) - (row[a] as number));
				const expected = Array.from({ length: ranks }, (_, i) => order[i] ?? -1);
				expect([...topColumns(Float32Array.from(row), 7, ranks)]).toEqual(expected);
			}),
		);
	});

	it('never falls when more ranks count', () => {
		const top = [1, 2, 3].map((k) => topAccuracy(truth, ranked, 3, k));
		expect(top).toEqual([...top].sort((a, b) => a - b));
	});
});

describe('intervals', () => {
	it('hold the share and stay within 0 and 1', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.nat(500), (a, b) => {
				const [successes, of] = [Math.min(a, b), Math.max(a, b, 1)];
				const { value, low, high } = wilsonInterval(successes, of);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(value);
				expect(high).toBeGreaterThanOrEqual(value);
				expect(high).toBeLessThanOrEqual(1);
			}),
		);
	});
});
