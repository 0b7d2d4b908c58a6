import { describe, expect, it } from 'vitest';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';
import { fitWhitening, whiten } from '../../../src/maths/whitening';

const plain = { components: 2, shrinkage: 0, seed: 1 };

/** Rows that differ much along a few directions and little along the others. */
function stretched(count: number, deviations: readonly number[], seed: number): Float32Array {
	const random = seededRandom(seed);
	return Float32Array.from(
		{ length: count * deviations.length },
		(_, at) => 3 + (deviations[at % deviations.length] as number) * normalPair(random)[0],
	);
}

/** Mean product of two columns, which have mean 0. */
function moment(rows: Float32Array, d: number, i: number, j: number): number {
	let sum = 0;
	for (let at = 0; at < rows.length; at += d)
		sum += (rows[at + i] as number) * (rows[at + j] as number);
	return sum / (rows.length / d);
}

describe('whitening', () => {
	// Four points around (1, 1): variance 2 along x, 0.5 along y.
	const cross = Float32Array.from([3, 1, -1, 1, 1, 2, 1, 0]);

	it('divides by the deviation', () => {
		const fitted = fitWhitening(cross, 2, plain);
		expect(fitted.components).toBe(2);
		expect([...fitted.mean]).toEqual([1, 1]);
		const [x, y] = whiten(Float32Array.from([3, 2]), fitted);
		expect(Math.abs(x as number)).toBeCloseTo(2 / Math.sqrt(2), 5);
		expect(Math.abs(y as number)).toBeCloseTo(1 / Math.sqrt(0.5), 5);
	});

	it('holds weak directions back: shrinkage 1 adds the mean variance, 1.25', () => {
		const [x, y] = whiten(
			Float32Array.from([3, 2]),
			fitWhitening(cross, 2, { ...plain, shrinkage: 1 }),
		);
		expect(Math.abs(x as number)).toBeCloseTo(2 / Math.sqrt(3.25), 5);
		expect(Math.abs(y as number)).toBeCloseTo(1 / Math.sqrt(1.75), 5);
	});

	it('makes the strongest directions uncorrelated and alike in size', () => {
		const deviations = [0.1, 6, 0.1, 3, 0.1, 0.1, 1.5, 0.1, 0.1, 0.1, 0.1, 0.1];
		const rows = stretched(400, deviations, 3);
		const fitted = fitWhitening(rows, 12, { ...plain, components: 3 });
		const white = whiten(rows, fitted);
		for (let i = 0; i < 3; i++)
			for (let j = 0; j < 3; j++) expect(moment(white, 3, i, j)).toBeCloseTo(i === j ? 1 : 0, 4);
		// The first direction is the widest column's.
		const first = [...fitted.axes.subarray(0, 12)].map(Math.abs);
		expect(first.indexOf(Math.max(...first))).toBe(1);
	});

	it('leaves out directions in which nothing differs', () => {
		const line = Float32Array.from([0, 0, 0, 1, 2, 3, 2, 4, 6]);
		const fitted = fitWhitening(line, 3, { ...plain, components: 3 });
		expect(fitted.components).toBe(1);
		expect(fitWhitening(Float32Array.from([1, 1, 1, 1]), 2, plain).components).toBe(0);
		expect(fitWhitening(Float32Array.from([1, 1]), 2, plain).components).toBe(0);
	});

	it('is the same for the same seed', () => {
		const rows = stretched(60, [1, 2, 3, 4], 5);
		expect(fitWhitening(rows, 4, plain)).toEqual(fitWhitening(rows, 4, plain));
	});
});
