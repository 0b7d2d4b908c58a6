import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contain } from '../../examples/node/prepare.mjs';
import { resizeContain } from '../../src/maths/resize';

describe('the example for Node', () => {
	it('makes the pixels that Aisle makes', () => {
		const side = fc.integer({ min: 1, max: 40 });
		fc.assert(
			fc.property(
				side,
				side,
				fc.integer({ min: 1, max: 20 }),
				fc.nat(),
				(width, height, size, seed) => {
					const rgba = Uint8Array.from(
						{ length: width * height * 4 },
						(_, i) => (i * 2_654_435_761 + seed) >>> 7,
					);
					const white = [255, 255, 255] as const;
					expect(contain(rgba, width, height, size, [...white])).toEqual(
						resizeContain(rgba, width, height, size, white),
					);
				},
			),
		);
	});
});
