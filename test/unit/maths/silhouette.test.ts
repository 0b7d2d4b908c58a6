import { describe, expect, it } from 'vitest';
import { distanceTable, meanSilhouette } from '../../../src/maths/silhouette';

describe('silhouette', () => {
	const line = distanceTable(Float32Array.from([0, 1, 10, 11]), 1);

	it('measures distances both ways', () => {
		expect([...line]).toEqual([0, 1, 10, 11, 1, 0, 9, 10, 10, 9, 0, 1, 11, 10, 1, 0]);
		expect([...distanceTable(Float32Array.from([0, 0, 3, 4]), 2)]).toEqual([0, 5, 5, 0]);
	});

	it('is worked by hand for 0, 1 | 10, 11', () => {
		// Outer points: a = 1, b = 10.5; inner ones: a = 1, b = 9.5.
		const outer = 9.5 / 10.5;
		const inner = 8.5 / 9.5;
		expect(meanSilhouette(line, [0, 0, 1, 1], 2)).toBeCloseTo((outer + inner) / 2, 6);
	});

	it('is below 0 for groups that are torn apart', () => {
		expect(meanSilhouette(line, [0, 1, 0, 1], 2)).toBeLessThan(0);
	});

	it('counts a row by itself as 0, and one group alone, too', () => {
		// 0 and 1: a = 1, b = 10 and 9, or 10.5 of none. Only the pair counts.
		const three = distanceTable(Float32Array.from([0, 1, 10]), 1);
		expect(meanSilhouette(three, [0, 0, 1], 2)).toBeCloseTo((9 / 10 + 8 / 9) / 3, 6);
		expect(meanSilhouette(line, [0, 0, 0, 0], 1)).toBe(0);
		expect(meanSilhouette(line, [2, 2, 2, 2], 5)).toBe(0);
	});
});
