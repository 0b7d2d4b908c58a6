import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answersOf,
	confusedPairs,
	mostConfused,
	occurringLabels,
} from '../../../src/maths/answers';
import { confusionMatrix } from '../../../src/maths/metrics';

it('lists answers, surest first', () => {
	const answers = answersOf({
		productIds: ['a', 'b', 'c'],
		truth: Int32Array.of(0, 1, 2),
		predicted: Int32Array.of(0, 1, 2, 1, 1, 0),
		probability: Float32Array.of(0.5, 0.25, 0.75, 0.25, 1, 0),
		ranks: 2,
		photoShares: Float32Array.of(0, 0.5, 1),
	});
	expect(answers).toEqual([
		{ productId: 'c', truth: 2, predicted: 1, probability: 1, right: false, photoShare: 1 },
		{ productId: 'b', truth: 1, predicted: 2, probability: 0.75, right: false, photoShare: 0.5 },
		{ productId: 'a', truth: 0, predicted: 0, probability: 0.5, right: true, photoShare: 0 },
	]);
});

describe('what is confused', () => {
	// Down what they are, across what they were taken for; label 3 does not occur.
	const confusion = Uint32Array.of(5, 1, 0, 0, 4, 2, 0, 0, 2, 0, 7, 0, 0, 0, 0, 0);

	it('comes most often first', () => {
		expect(confusedPairs(confusion, 4)).toEqual([
			{ truth: 1, predicted: 0, count: 4 },
			{ truth: 2, predicted: 0, count: 2 },
			{ truth: 0, predicted: 1, count: 1 },
		]);
	});

	it('says which labels take part most, in their own order', () => {
		const pairs = confusedPairs(confusion, 4);
		// 0 takes part in 7 mistakes, 1 in 5, 2 in 2.
		expect(mostConfused(pairs, 2)).toEqual([0, 1]);
		expect(mostConfused(pairs, 9)).toEqual([0, 1, 2]);
	});

	it('leaves out labels that nobody has or was given', () => {
		expect(occurringLabels(confusion, 4)).toEqual([0, 1, 2]);
	});

	it('counts every mistake once', () => {
		const rows = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1 });
		fc.assert(
			fc.property(rows, (pairs) => {
				const truth = pairs.map(([of]) => of);
				const predicted = pairs.map(([, taken]) => taken);
				const found = confusedPairs(confusionMatrix(truth, predicted, 6), 6);
				const wrong = pairs.filter(([of, taken]) => of !== taken).length;
				expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(wrong);
			}),
		);
	});
});
