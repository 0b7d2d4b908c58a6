import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	labelIssues,
	leastBelievedFirst,
	leastProbableFirst,
	retrieval,
} from '../../../src/maths/confidentLearning';

describe('confident learning', () => {
	/*
	 * By hand. Two labels; mean of p(0) among those labelled 0: (0.9 + 0.8 + 0.1) / 3 = 0.6;
	 * of p(1) among those labelled 1: (0.7 + 0.9 + 0.2) / 3 = 0.6.
	 */
	const probabilities = Float32Array.of(
		...[0.9, 0.1],
		...[0.8, 0.2],
		...[0.1, 0.9], // labelled 0, and 0.9 ≥ 0.6: an issue
		...[0.3, 0.7],
		...[0.1, 0.9],
		...[0.8, 0.2], // labelled 1, and 0.8 ≥ 0.6: an issue, less sure than the other
	);
	const given = Int32Array.of(0, 0, 0, 1, 1, 1);

	it('names those that are as probably of another label as its own are, surest first', () => {
		const issues = labelIssues(probabilities, given, 2);
		expect(issues.map(({ row, proposed }) => [row, proposed])).toEqual([
			[2, 1],
			[5, 0],
		]);
		expect(issues[0]?.givenProbability).toBeCloseTo(0.1);
		expect(issues[0]?.proposedProbability).toBeCloseTo(0.9);
	});

	it('leaves alone what is doubtful everywhere', () => {
		// p(0) among 0: 0.75; p(1) among 1: 0.8. The last is nearer to 1, but not near enough.
		const doubtful = Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.6, 0.4);
		expect(labelIssues(doubtful, Int32Array.of(0, 1, 0), 2)).toEqual([]);
	});

	it('never proposes a label that no product has', () => {
		const sure = Float32Array.of(0.2, 0.1, 0.7, 0.3, 0.6, 0.1);
		const proposed = labelIssues(sure, Int32Array.of(0, 1), 3).map((issue) => issue.proposed);
		expect(proposed).not.toContain(2);
	});

	it('finds every swap that is planted in answers that are sure', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 6 }),
				fc.integer({ min: 0, max: 1000 }),
				(labels, seed) => {
					const count = labels * 12;
					const truth = Int32Array.from({ length: count }, (_, row) => row % labels);
					const given = truth.slice();
					const planted = seed % count;
					given[planted] = ((truth[planted] as number) + 1) % labels;
					const sure = new Float32Array(count * labels).fill(0.05 / labels);
					for (const [row, label] of truth.entries()) sure[row * labels + label] = 0.95;
					const issues = labelIssues(sure, given, labels);
					expect(issues.map(({ row, proposed }) => [row, proposed])).toEqual([
						[planted, truth[planted]],
					]);
				},
			),
		);
	});

	it('prefers a sure answer to a doubtful one, where both hardly believe the label', () => {
		// By hand: −ln 0.1 / entropy. (0.9, 0.1, 0): 2.303 / 0.325 = 7.1. (0.45, 0.1, 0.45): 2.303 / 0.949 = 2.4.
		const answers = Float32Array.of(...[0.45, 0.1, 0.45], ...[0.9, 0.1, 0], ...[0.1, 0.8, 0.1]);
		expect(leastBelievedFirst(answers, Int32Array.of(1, 1, 1), 3)).toEqual([1, 0, 2]);
	});

	it('counts by the joint, and fills the list with the least believed', () => {
		/*
		 * Thresholds: of 0 (0.9 + 0.8 + 0.05) / 3 = 0.58, of 1 (0.98 + 0.55) / 2 = 0.77. Only the third row (0.95) is
		 * counted; the one that is believed least is the third, too.
		 */
		const answers = Float32Array.of(
			...[0.9, 0.1],
			...[0.8, 0.2],
			...[0.05, 0.95],
			...[0.02, 0.98],
			...[0.45, 0.55],
		);
		const found = labelIssues(answers, Int32Array.of(0, 0, 0, 1, 1), 2);
		expect(found.map(({ row }) => row)).toEqual([2]);
	});

	it('of nothing is nothing', () => {
		expect(labelIssues(new Float32Array(), new Int32Array(), 3)).toEqual([]);
		expect(leastProbableFirst(new Float32Array(), new Int32Array(), 3)).toEqual([]);
	});

	it('the plain way looks at the own label alone', () => {
		expect(leastProbableFirst(probabilities, given, 2)).toEqual([2, 5, 3, 1, 0, 4]);
	});
});

it('retrieval by hand: two of three found, at the first and the fourth place', () => {
	const { precision, recall, averagePrecision } = retrieval([7, 1, 2, 9], new Set([7, 9, 4]));
	expect(precision).toBe(0.5);
	expect(recall).toBeCloseTo(2 / 3);
	expect(averagePrecision).toBeCloseTo((1 / 1 + 2 / 4) / 3);
	expect(retrieval([], new Set([1]))).toEqual({ precision: 0, recall: 0, averagePrecision: 0 });
	expect(retrieval([1], new Set())).toEqual({ precision: 0, recall: 0, averagePrecision: 0 });
});
