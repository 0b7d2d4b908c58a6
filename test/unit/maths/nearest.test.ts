import { describe, expect, it } from 'vitest';
import { dotProducts, neighbourScores, prototypes, unitRows } from '../../../src/maths/nearest';

describe('nearest', () => {
	it('makes rows of length 1, and leaves zeros alone', () => {
		expect([...unitRows(Float32Array.of(3, 4, 0, 0), 2)]).toEqual([
			Math.fround(0.6),
			Math.fround(0.8),
			0,
			0,
		]);
	});

	it('points each class where its rows point on average', () => {
		const found = prototypes(Float32Array.of(2, 0, 0, 5, 0, 1), [0, 0, 1], 3, 2);
		expect(found[0]).toBeCloseTo(Math.SQRT1_2, 6);
		expect(found[1]).toBeCloseTo(Math.SQRT1_2, 6);
		expect([...found.slice(2)]).toEqual([0, 1, 0, 0]);
	});

	it('counts the nearest only, by how near they are', () => {
		const cosines = Float32Array.of(0.9, 0.8, 0.1);
		const scores = neighbourScores(cosines, [1, 0, 0], 2, 2);
		expect(Math.exp(scores[0] as number)).toBeCloseTo(0.81, 5);
		expect(Math.exp(scores[1] as number)).toBeCloseTo(0.91, 5);
	});

	it('does not ask a row about itself when told so', () => {
		const rows = Float32Array.of(1, 0, 0.9, 0.1, 0, 1);
		const cosines = dotProducts(unitRows(rows, 2), unitRows(rows, 2), 2);
		const scores = neighbourScores(cosines, [0, 1, 2], 3, 1, (query, known) => query === known);
		expect(scores.indexOf(Math.max(...scores.slice(0, 3)))).toBe(1);
	});
});
