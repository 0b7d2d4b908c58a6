import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine } from '../../../src/maths/cosine';
import { normalPair, seededRandom } from '../../../src/maths/seededRandom';
import {
	cosinesWith,
	distancesTo,
	diversified,
	jaccard,
	largest,
	quantisedRows,
	rowOf,
	spread,
} from '../../../src/maths/similarity';

const random = (seed: number, count: number): Float32Array => {
	const next = seededRandom(seed);
	return Float32Array.from({ length: count }, () => normalPair(next)[0]);
};

describe('rows in 8 bits', () => {
	it('are off by half a step at most', () => {
		const rows = random(1, 40);
		const quantised = quantisedRows(rows, 8);
		for (let row = 0; row < 5; row++)
			for (const [i, value] of rowOf(quantised, row).entries())
				expect(Math.abs(value - (rows[row * 8 + i] as number))).toBeLessThanOrEqual(
					(quantised.scale[row] as number) / 2 + 1e-6,
				);
	});

	it('have nearly the cosines and distances of the rows themselves, also where four do not divide them', () => {
		const [dimensions, count] = [1023, 30];
		const rows = random(2, dimensions * count);
		const query = random(3, dimensions);
		const quantised = quantisedRows(rows, dimensions);
		const cosines = cosinesWith(quantised, query);
		const distances = distancesTo(quantised, query);
		for (let row = 0; row < count; row++) {
			const own = rows.subarray(row * dimensions, (row + 1) * dimensions);
			expect(cosines[row]).toBeCloseTo(cosine(own, query), 2);
			const exact = Math.hypot(...own.map((value, i) => value - (query[i] as number)));
			expect((distances[row] as number) / exact).toBeCloseTo(1, 2);
		}
	});

	it('of zeros are like nothing, not NaN in an answer', () => {
		const quantised = quantisedRows(new Float32Array([0, 0, 1, 1]), 2);
		const cosines = cosinesWith(quantised, new Float32Array([1, 1]));
		expect(cosines[0]).toBeNaN();
		expect(largest(cosines, 5)).toEqual([1]);
		expect(largest(cosinesWith(quantised, new Float32Array(2)), 5)).toEqual([]);
	});
});

describe('the largest', () => {
	it('are what sorting everything would give', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN))),
				fc.integer({ min: 0, max: 12 }),
				(values, count) => {
					const sorted = values
						.map((value, i) => ({ value, i }))
						.filter(({ value }) => !Number.isNaN(value))
						.sort((a, b) => b.value - a.value || a.i - b.i)
						.slice(0, count)
						.map(({ i }) => i);
					expect(largest(Float32Array.from(values), count)).toEqual(sorted);
				},
			),
		);
	});
});

it('the spread of values is their standard deviation, and 1 where there is none', () => {
	expect(spread(new Float32Array([2, 4, 4, 4, 5, 5, 7, 9]))).toBeCloseTo(2);
	expect(spread(new Float32Array([1, Number.NaN, 3]))).toBeCloseTo(1);
	expect(spread(new Float32Array([3, 3]))).toBe(1);
	expect(spread(new Float32Array())).toBe(1);
});

it('Jaccard by hand', () => {
	const set = (letters: string) => new Set(letters);
	expect(jaccard(set('abc'), set('bcd'))).toBe(0.5);
	expect(jaccard(set('a'), set('b'))).toBe(0);
	expect(jaccard(set(''), set('b'))).toBeNaN();
});

describe('maximal marginal relevance', () => {
	/** Places 0 and 1 are twins, 2 is unlike both. */
	const alike = (a: number, b: number) => (a + b === 1 ? 1 : 0);

	it('leaves the order alone without diversity', () => {
		expect(diversified([0.9, 0.8, 0.2], alike, 0, 3)).toEqual([0, 1, 2]);
	});
	it('passes a twin over for something else', () => {
		expect(diversified([0.9, 0.85, 0.5], alike, 0.5, 2)).toEqual([0, 2]);
	});
	it('picks each place once, and no more than there are', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (relevance) => {
				const sorted = relevance.sort((a, b) => b - a);
				const picked = diversified(sorted, () => 0.5, 0.4, relevance.length + 3);
				expect([...picked].sort((a, b) => a - b)).toEqual([...relevance.keys()]);
			}),
		);
	});
});
