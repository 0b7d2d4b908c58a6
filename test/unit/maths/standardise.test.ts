import { describe, expect, it } from 'vitest';
import { fitStandardisation, standardise } from '../../../src/maths/standardise';
import reference from './fixtures/scikitLearn.json';

const rows = Float32Array.from(reference.rows);

describe('standardising', () => {
	it("agrees with scikit-learn's scaler, but for the width of the block", () => {
		const fitted = fitStandardisation([rows], [{ dimensions: 3, weight: 1 }]);
		for (const [i, value] of standardise(rows, fitted).entries())
			expect(value * Math.sqrt(3)).toBeCloseTo(reference.standardised[i] as number, 4);
	});

	it('gives each block the squared length of its weight, however wide it is', () => {
		const blocks = [
			{ dimensions: 1, weight: 1 },
			{ dimensions: 2, weight: 0.5 },
		];
		const out = standardise(rows, fitStandardisation([rows], blocks));
		const mean = (columns: number[]) =>
			[...out].reduce((sum, v, i) => sum + (columns.includes(i % 3) ? v * v : 0), 0) / 8;
		expect(mean([0])).toBeCloseTo(1, 5);
		expect(mean([1, 2])).toBeCloseTo(0.25, 5);
	});

	it('treats what is missing as average and what never varies as nothing', () => {
		const some = Float32Array.of(1, 7, Number.NaN, 7, 3, 7);
		const fitted = fitStandardisation([some], [{ dimensions: 2, weight: 1 }]);
		const out = standardise(some, fitted);
		expect(fitted.mean[0]).toBe(2);
		const expected = [-Math.SQRT1_2, 0, 0, 0, Math.SQRT1_2, 0];
		for (const [i, value] of out.entries()) expect(value).toBeCloseTo(expected[i] as number, 6);
	});

	it('makes no NaN of a block that nobody has', () => {
		const none = new Float32Array(4).fill(Number.NaN);
		const out = standardise(none, fitStandardisation([none], [{ dimensions: 2, weight: 1 }]));
		expect([...out]).toEqual([0, 0, 0, 0]);
	});
});

it('keeps the proportions of counted terms, and leaves a text without any of them at 0', () => {
	const rows = Float32Array.of(3, 0, 0, 4, 0, 0);
	const block = { dimensions: 2, weight: 0.5, counted: true };
	const fitted = fitStandardisation([rows], [block]);
	// The mean squared length is (9 + 16 + 0) / 3; it becomes that of three embeddings' weight.
	const scale = (3 * 0.5) / Math.sqrt(25 / 3);
	const expected = [3 * scale, 0, 0, 4 * scale, 0, 0];
	for (const [at, value] of standardise(rows, fitted).entries())
		expect(value).toBeCloseTo(expected[at] as number, 6);
});
