import { expect, it } from 'vitest';
import { largestDifference } from '../../../src/maths/largestDifference';

it('is the largest absolute difference, and no number where there is none', () => {
	expect(largestDifference([], [])).toBe(0);
	expect(largestDifference([1, 2, 3], [1, 2.5, 2])).toBe(1);
	expect(largestDifference([1], [1, 2])).toBeNaN();
	expect(largestDifference([Number.NaN, 1], [1, 1])).toBeNaN();
});
