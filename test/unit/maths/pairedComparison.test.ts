import { describe, expect, it } from 'vitest';
import { mcNemar, pairedDifference } from '../../../src/maths/pairedComparison';
import reference from './fixtures/scikitLearn.json';

describe('two ways compared', () => {
	it('agrees with the exact binomial test of SciPy', () => {
		for (const [onlyFirst, onlySecond, pValue] of reference.mcNemar as [number, number, number][]) {
			const first = [...Array(onlyFirst).fill(true), ...Array(onlySecond).fill(false), true, false];
			const second = [
				...Array(onlyFirst).fill(false),
				...Array(onlySecond).fill(true),
				true,
				false,
			];
			const result = mcNemar(first, second);
			expect(result).toMatchObject({ onlyFirst, onlySecond });
			expect(result.pValue).toBeCloseTo(pValue, 9);
		}
	});

	it('sees no difference where there is none', () => {
		expect(mcNemar([true, false], [true, false]).pValue).toBe(1);
	});

	it("agrees with SciPy's interval of the paired mean", () => {
		const { a, b, mean, low, high } = reference.paired;
		const difference = pairedDifference(a, b);
		expect(difference.mean).toBeCloseTo(mean, 12);
		expect(difference.low).toBeCloseTo(low, 5);
		expect(difference.high).toBeCloseTo(high, 5);
	});

	it('claims nothing from one pair', () => {
		expect(pairedDifference([1], [0])).toEqual({ mean: 1, low: -Infinity, high: Infinity });
	});
});
