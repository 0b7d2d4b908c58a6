import { describe, expect, it } from 'vitest';
import { mirrorPixels } from '../../../src/maths/mirrorPixels';

describe('mirroring', () => {
	it('swaps left and right, keeps rows, colours and pictures apart', () => {
		const one = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
		const two = one.map((value) => value + 100);
		expect([...mirrorPixels(Uint8Array.from([...one, ...two]), 2)]).toEqual([
			4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9, 104, 105, 106, 101, 102, 103, 110, 111, 112, 107, 108,
			109,
		]);
	});
});
