import { expect, it } from 'vitest';
import { type AskedTwice, beforeAndAfter } from '../../../src/maths/beforeAndAfter';

const asked = (
	productId: string,
	truth: string,
	before: string[],
	after: string[],
): AskedTwice => ({
	productId,
	truth,
	before,
	after,
});

it('says of two heads on the same products what each got right, and which products changed sides', () => {
	const compared = beforeAndAfter([
		asked('kept', 'a', ['a', 'b'], ['a', 'b']),
		asked('fixed', 'b', ['a', 'c', 'd', 'b'], ['b', 'a']),
		asked('broken', 'c', ['c', 'a'], ['a', 'c']),
		// A label that only the new head knows.
		asked('learned', 'new', ['a', 'b', 'c'], ['new', 'a', 'b']),
	]);
	expect(compared?.count).toBe(4);
	expect(compared?.before.accuracy.value).toBe(0.5);
	expect(compared?.after.accuracy.value).toBe(0.75);
	// Fourth place is not among the first three.
	expect(compared?.before.top3).toBe(0.5);
	expect(compared?.after.top3).toBe(1);
	expect(compared?.fixed.map(({ productId }) => productId)).toEqual(['fixed', 'learned']);
	expect(compared?.broken.map(({ productId }) => productId)).toEqual(['broken']);
	// Two of three differing products: all of the binomial's eight cases are as extreme.
	expect(compared?.test).toMatchObject({ onlyFirst: 1, onlySecond: 2, pValue: 1 });
});

it('works macro-F1 out by hand: labels that nobody has count 0 only where they were given', () => {
	const compared = beforeAndAfter([asked('1', 'a', ['a'], ['a']), asked('2', 'b', ['a'], ['b'])]);
	// Before: F1 of a is 2/3, of b 0. After: both 1.
	expect(compared?.before.macroF1).toBeCloseTo(1 / 3);
	expect(compared?.after.macroF1).toBe(1);
});

it('has nothing to say without products', () => {
	expect(beforeAndAfter([])).toBeNull();
});
