import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestAgreement } from '../../../src/maths/nearness';
import { seededRandom } from '../../../src/maths/seededRandom';

const alone = (count: number) => new Array<number>(count).fill(-1);

test('labels that lie together are as near as can be', () => {
	const rows = Float32Array.of(1, 0, 2, 0.1, 0, 1, 0.1, 3);
	// 2 of the 6 pairs are alike.
	expect(nearestAgreement(rows, 2, [0, 0, 1, 1], alone(4))).toEqual({
		agreement: 1,
		chance: 1 / 3,
		nearness: 1,
	});
});

test('luck is taken off, and below luck is below zero', () => {
	// Nearest: 0 and 1, 2 and 3; of each, the label is the other one.
	const rows = Float32Array.of(1, 0, 1, 0.1, 0, 1, 0.1, 1);
	expect(nearestAgreement(rows, 2, [0, 1, 0, 1], alone(4))).toEqual({
		agreement: 0,
		chance: 1 / 3,
		nearness: expect.closeTo(-0.5, 12),
	});
});

test('near-duplicates are not each other’s neighbours', () => {
	const rows = Float32Array.of(1, 0, 1, 0, 0.9, 0.1, 0, 1);
	const classes = [0, 0, 1, 1];
	expect(nearestAgreement(rows, 2, classes, alone(4))?.agreement).toBe(0.75);
	// 0 and 1 now find 2; 2 finds the first of them; 3 finds 2.
	expect(nearestAgreement(rows, 2, classes, [7, 7, -1, -1])?.agreement).toBe(0.25);
});

test('nothing can be told of one row, of one label, or of one group', () => {
	expect(nearestAgreement(Float32Array.of(1, 2), 2, [0], alone(1))).toBeNull();
	expect(nearestAgreement(Float32Array.of(1, 2, 2, 1), 2, [0, 0], alone(2))).toBeNull();
	expect(nearestAgreement(Float32Array.of(1, 2, 2, 1), 2, [0, 1], [3, 3])).toBeNull();
});

test('labels drawn at random are no nearer than luck', () => {
	const [rows, dimensions] = [400, 8];
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
			const random = seededRandom(seed);
			const values = Float32Array.from({ length: rows * dimensions }, () => random() - 0.5);
			const classes = Array.from({ length: rows }, () => Math.floor(random() * 4));
			const told = nearestAgreement(values, dimensions, classes, alone(rows));
			expect(Math.abs(told?.nearness ?? 1)).toBeLessThan(0.2);
		}),
		{ numRuns: 20 },
	);
});
