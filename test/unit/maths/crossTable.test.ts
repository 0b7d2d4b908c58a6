import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { association, crossTable } from '../../../src/maths/crossTable';
import { labelBins } from '../../../src/maths/labelBins';
import { labelled } from './catalogue';

type Pair = [string | null, string | null];

function binned(pairs: Pair[], most?: number) {
	const a = labelled(pairs.map(([first]) => first));
	const b = labelled(pairs.map(([, second]) => second));
	const options = most === undefined ? {} : { most };
	return [
		labelBins(a.products, a.labels, options),
		labelBins(b.products, b.labels, options),
	] as const;
}

const times = (count: number, ...pair: Pair): Pair[] =>
	Array.from({ length: count }, () => [...pair]);

describe('the cross table', () => {
	it('counts pairs, those without a label too', () => {
		const { counts } = crossTable(
			...binned([
				...times(3, 'shirt', 'red'),
				...times(2, 'shirt', 'blue'),
				...times(1, 'shoe', 'red'),
				...times(1, 'shoe', null),
				...times(2, null, 'blue'),
			]),
		);
		// Columns: blue and red (4 each, in code unit order), none. Rows: shirt, shoe, none.
		expect([...counts]).toEqual([2, 3, 0, 0, 1, 1, 2, 0, 0]);
	});

	it('adds up to its bins in both directions', () => {
		const label = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
		fc.assert(
			fc.property(fc.array(fc.tuple(label, label)), fc.nat(4), (pairs, most) => {
				const { rows, columns, counts } = crossTable(...binned(pairs, most));
				const width = columns.bins.length;
				const sum = (of: Iterable<number>) => [...of].reduce((a, b) => a + b, 0);
				for (const [row, count] of rows.counts.entries())
					expect(sum(counts.subarray(row * width, (row + 1) * width))).toBe(count);
				for (const [column, count] of columns.counts.entries())
					expect(sum(counts.filter((_, cell) => cell % width === column))).toBe(count);
				expect(sum(counts)).toBe(pairs.length);
			}),
		);
	});
});

describe('association', () => {
	const of = (pairs: Pair[]) => association(...binned(pairs));

	it('is 1 where one settles the other, and 0 where they are independent', () => {
		expect(of([...times(10, 'a', 'x'), ...times(10, 'b', 'y')])?.v).toBeCloseTo(1, 12);
		expect(
			of([
				...times(5, 'a', 'x'),
				...times(5, 'a', 'y'),
				...times(5, 'b', 'x'),
				...times(5, 'b', 'y'),
			])?.v,
		).toBe(0);
	});

	it('takes the bias away: φ² = 0.36 over 20 products is a V of 0.57, not 0.6', () => {
		const pairs = [
			...times(8, 'a', 'x'),
			...times(2, 'a', 'y'),
			...times(2, 'b', 'x'),
			...times(8, 'b', 'y'),
		];
		// √((0.36 − 1/19) / (18/19))
		expect(of(pairs)?.v).toBeCloseTo(Math.sqrt((0.36 - 1 / 19) / (18 / 19)), 12);
		// Products without both labels change nothing.
		expect(of([...pairs, ...times(9, 'a', null), ...times(4, null, 'y')])).toEqual({
			v: of(pairs)?.v,
			products: 20,
		});
	});

	it('says nothing where nothing can be said', () => {
		expect(of([])).toBeNull();
		expect(of(times(9, 'a', null))).toBeNull();
		expect(of([...times(9, 'a', 'x'), ...times(9, 'a', 'y')])).toBeNull();
		// Every product a label of its own: V would be 1 whatever the other field says.
		expect(of(Array.from({ length: 20 }, (_, i): Pair => [`${i}`, i % 2 ? 'x' : 'y']))).toBeNull();
	});

	it('lies between 0 and 1 and does not care which field comes first', () => {
		const label = fc.constantFrom('a', 'b', 'c');
		fc.assert(
			fc.property(fc.array(fc.tuple(label, label)), (pairs) => {
				const found = of(pairs);
				const turned = of(pairs.map(([a, b]) => [b, a]));
				expect(turned === null).toBe(found === null);
				if (!found || !turned) return;
				expect(found.v).toBeGreaterThanOrEqual(0);
				expect(found.v).toBeLessThanOrEqual(1);
				expect(turned.v).toBeCloseTo(found.v, 9);
			}),
		);
	});
});
