import { describe, expect, it } from 'vitest';
import { agreement } from '../../../bench/groups/agreement';

describe('agreement of groups with labels', () => {
	it('is whole for the same partition under other names', () => {
		expect(agreement([0, 0, 1, 1, 2], [5, 5, 9, 9, 1])).toEqual({ purity: 1, rand: 1 });
	});

	it('is worked by hand', () => {
		// Groups {a, a, b} and {b, b, a}. Pairs together in both: 1 + 1 = 2; in groups: 6; in labels: 6; of 15.
		// Expected 36 / 15 = 2.4; (2 − 2.4) / (6 − 2.4) = −1/9. Purity: (2 + 2) / 6.
		const { purity, rand } = agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 0]);
		expect(purity).toBeCloseTo(2 / 3, 12);
		expect(rand).toBeCloseTo(-1 / 9, 12);
	});

	it('sees that a group for each product is no finding', () => {
		const { purity, rand } = agreement([0, 1, 2, 3], [0, 0, 1, 1]);
		expect(purity).toBe(1);
		expect(rand).toBe(0);
	});
});
