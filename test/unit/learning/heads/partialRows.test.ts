import { expect, it } from 'vitest';
import { withPartialRows } from '../../../../src/learning/heads/partialRows';

const count = 40;
const data = {
	values: new Float32Array(count * 5).fill(1),
	classes: Int32Array.from({ length: count }, (_, row) => row % 3),
	weights: new Float32Array(count).fill(2),
	folds: Int16Array.from({ length: count }, (_, row) => row % 4),
	judged: count,
	rowsPerProduct: 1,
	dimensions: 5,
	labels: 3,
};
const rows = {
	values: data.values,
	views: [],
	averagedViews: 0,
	classes: data.classes,
	folds: data.folds,
	labels: 3,
	blocks: [
		{ source: 'photo' as const, dimensions: 2 },
		{ source: 'title' as const, dimensions: 3 },
	],
};

it('adds copies that lack one side, of so many products, in their fold, and judges by none of them', () => {
	const partial = withPartialRows(data, rows, 1, 7);
	expect(partial.classes.length).toBe(2 * count);
	expect(partial.judged).toBe(count);
	const sums = Array.from({ length: count }, (_, row) =>
		partial.values
			.subarray((count + row) * 5, (count + row + 1) * 5)
			.reduce((sum, value) => sum + value, 0),
	);
	// A photo's two columns, or a title's three.
	expect(new Set(sums)).toEqual(new Set([2, 3]));
	expect(partial.folds.slice(count)).toEqual(data.folds);
	expect(partial.classes.slice(count)).toEqual(data.classes);
	expect(withPartialRows(data, rows, 1, 7).values).toEqual(partial.values);
	const half = withPartialRows(data, rows, 0.5, 7).classes.length - count;
	expect(half).toBeGreaterThan(10);
	expect(half).toBeLessThan(30);
});
