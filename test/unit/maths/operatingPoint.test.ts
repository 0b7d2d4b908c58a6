import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldOutFigures } from '../../../src/domain/head';
import type { EvaluatedProducts } from '../../../src/domain/report';
import { coverageCurve, trustedThreshold } from '../../../src/maths/calibration';
import { leastProducts, operatingPoint, shortfall } from '../../../src/maths/operatingPoint';

/** Held-out products, surest first, the named ones wrong. */
function heldOut(count: number, wrong: number[]): HeldOutFigures {
	const confidence = Float32Array.from({ length: count }, (_, i) => 1 - (i + 1) / (count + 1));
	const right = Array.from({ length: count }, (_, i) => !wrong.includes(i));
	return { rows: count, accuracy: 0, ece: 0, curve: coverageCurve(confidence, right) };
}

describe('products needed before a share can be trusted', () => {
	// Without mistakes the bound is n / (n + z²), z² = 2.7055: n ≥ 2.7055 · share / (1 − share).
	it.each([
		[0.9, 0, 25],
		[0.95, 0, 52],
		[0.98, 0, 133],
		[0.99, 0, 268],
	])('%f with %i mistakes: %i', (wanted, mistakes, needed) => {
		expect(leastProducts(wanted, mistakes)).toBe(needed);
	});

	it('is more with every mistake', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.5, max: 0.995, noNaN: true }),
				fc.nat(30),
				(wanted, mistakes) => {
					expect(leastProducts(wanted, mistakes + 1)).toBeGreaterThan(
						leastProducts(wanted, mistakes),
					);
				},
			),
		);
	});
});

describe('why no threshold can be trusted', () => {
	it('says how many products too few there are', () => {
		expect(shortfall(heldOut(100, []), 0.99)).toEqual({ covered: 100, wrong: 0, needed: 268 });
	});

	it('says how many mistakes there are among the surest', () => {
		const found = shortfall(heldOut(400, [1]), 0.99);
		expect(found).toEqual({ covered: 400, wrong: 1, needed: leastProducts(0.99, 1) });
	});

	it('is silent exactly where a threshold can be trusted', () => {
		const mistakes = fc.uniqueArray(fc.nat(299), { maxLength: 20 });
		fc.assert(
			fc.property(mistakes, fc.constantFrom(0.9, 0.95, 0.98, 0.99), (wrong, wanted) => {
				const figures = heldOut(300, wrong);
				const threshold = trustedThreshold(figures.curve, wanted, figures.rows);
				expect(shortfall(figures, wanted) === null).toBe(threshold !== null);
			}),
		);
	});
});

it('measures on the test part what was chosen on held-out products', () => {
	const products: EvaluatedProducts = {
		productIds: ['a', 'b', 'c', 'd'],
		truth: Int32Array.of(0, 1, 1, 0),
		predicted: Int32Array.of(0, 1, 0, 0),
		probability: Float32Array.of(0.99, 0.9, 0.8, 0.001),
		ranks: 1,
	};
	// All 200 held-out products were right, down to the least sure one at 1 − 200/201.
	const figures = heldOut(200, []);
	const point = operatingPoint(figures, products, 0.95);
	expect(point.threshold).toBeCloseTo(1 / 201, 6);
	expect(point.coverage).toBe(3 / 4);
	expect(point.accuracy).toBe(2 / 3);
});
