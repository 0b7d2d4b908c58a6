import { describe, expect, it } from 'vitest';
import { median, oddNumbers, oddValues } from '../../../../src/maths/suspicious/oddCells';

/** Two families of ten; everybody's neighbours are the other nine of the family. */
const near = Int32Array.from({ length: 20 * 9 }, (_, i) => {
	const row = Math.floor(i / 9);
	const start = row < 10 ? 0 : 10;
	const place = i % 9;
	return start + place + (start + place >= row ? 1 : 0);
});

describe('odd numbers', () => {
	// Cheap ones from 10 to 19, dear ones from 100 to 190; one of the cheap ones costs 1000.
	const values = Array.from({ length: 20 }, (_, row) => (row < 10 ? 10 + row : 10 * row));
	const planted = values.map((value, row) => (row === 4 ? 1000 : value));

	it('are those far from their neighbours’, however common elsewhere', () => {
		const found = oddNumbers({ kind: 'number', name: 'price', values: planted }, near);
		expect(found).toHaveLength(1);
		const [odd] = found;
		expect(odd?.row).toBe(4);
		// By hand: the others cost 10, 11, 12, 13, 15, 16, 17, 18, 19.
		expect([odd?.low, odd?.high]).toEqual([10, 19]);
		expect(odd?.middle).toBeCloseTo(15);
		expect(odd?.times).toBeCloseTo(1000 / 15);
		expect(odd?.score).toBeCloseTo(1 - 15 / 1000);
	});

	it('are none where nothing is planted', () => {
		expect(oddNumbers({ kind: 'number', name: 'price', values }, near)).toEqual([]);
	});

	it('are what is not above 0 where all others are', () => {
		const free = values.map((value, row) => (row === 12 ? 0 : value));
		const [odd, ...others] = oddNumbers({ kind: 'number', name: 'price', values: free }, near);
		expect(others).toEqual([]);
		expect(odd).toMatchObject({ row: 12, value: '0', times: null, score: 1, low: 100, high: 190 });
	});

	it('are none of a column that neighbours do not tell', () => {
		// Cheap and dear in turns: of the nine neighbours five are of the other sort.
		const dealt = values.map((_, row) => values[row % 2 ? 10 + (row >> 1) : row >> 1] as number);
		dealt[4] = 1000;
		expect(oddNumbers({ kind: 'number', name: 'code', values: dealt }, near)).toEqual([]);
	});
});

describe('odd values', () => {
	it('are those that none of the neighbours has, where these agree', () => {
		const values: string[] = Array.from({ length: 20 }, (_, row) => (row < 10 ? 'Men' : 'Women'));
		values[3] = 'women';
		const found = oddValues({ kind: 'value', name: 'gender', values }, near);
		// Nine of nine say Men. Women, with it, is told for 10 of 11 by nine or eight neighbours: by more than half.
		expect(found.map(({ row, value, usual, score }) => [row, value, usual, score])).toEqual([
			[3, 'women', 'Men', 1],
		]);
	});

	it('are none of a value that neighbours never tell', () => {
		const values = Array.from({ length: 20 }, (_, row) => (row % 9 === 0 ? 'sale' : 'usual'));
		expect(oddValues({ kind: 'value', name: 'state', values }, near)).toEqual([]);
	});
});

it('the median is the middle one, or the mean of both in the middle', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 3])).toBe(2.5);
	expect(median([])).toBeNaN();
});
