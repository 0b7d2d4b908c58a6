import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from '../../../src/maths/float16';

it('gives back every half there is', () => {
	for (let half = 0; half < 0x10000; half++) {
		const value = fromFloat16(half);
		if (Number.isNaN(value)) expect(fromFloat16(toFloat16(value))).toBeNaN();
		else expect(toFloat16(value)).toBe(half);
	}
});

it('takes the nearest half, and the even one of two', () => {
	fc.assert(
		fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
			const half = toFloat16(value);
			const error = Math.abs(fromFloat16(half) - value);
			for (const neighbour of [half - 1, half + 1]) {
				const other = fromFloat16(neighbour & 0xffff);
				if (!Number.isFinite(other) || other * value < 0) continue;
				const distance = Math.abs(other - value);
				expect(error).toBeLessThanOrEqual(distance);
				if (error === distance && error > 0) expect(half % 2).toBe(0);
			}
		}),
	);
});

it.each([
	[65504, 0x7bff],
	[65520, 0x7c00],
	[1e9, 0x7c00],
	[-1e9, 0xfc00],
	[2 ** -24, 1],
	[2 ** -26, 0],
	[-0, 0x8000],
])('%d is %d', (value, half) => {
	expect(toFloat16(value)).toBe(half);
});
