import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelTree } from '../../../src/maths/labelTree';
import { rankedLabels } from '../../../src/maths/rankedLabels';

const labels = ['Home > Plants > Cactus', 'Home > Plants > Fern', 'Home > Lamps', 'Toys'];
const tree = labelTree(labels);
const paths = (probabilities: number[], count: number, sureAt: number | null) =>
	rankedLabels(tree, Float32Array.from(probabilities), count, sureAt).map(
		({ category, probability }) => [tree.nodes[category], Number(probability.toFixed(3))],
	);

it('puts the sure parent before leaves of which none is sure', () => {
	expect(paths([0.4, 0.3, 0.1, 0.2], 3, 0.6)).toEqual([
		['Home > Plants', 0.7],
		['Home > Plants > Cactus', 0.4],
		['Home > Plants > Fern', 0.3],
	]);
	// Sure of nothing but the top.
	expect(paths([0.3, 0.2, 0.3, 0.2], 2, 0.75)).toEqual([
		['Home', 0.8],
		['Home > Plants > Cactus', 0.3],
	]);
});

it('leaves a sure leaf first, and ranks where nothing is sure or nobody asked', () => {
	expect(paths([0.7, 0.1, 0.1, 0.1], 2, 0.6)).toEqual([
		['Home > Plants > Cactus', 0.7],
		['Home > Plants > Fern', 0.1],
	]);
	expect(paths([0.4, 0.3, 0.1, 0.2], 2, 0.9)).toEqual([
		['Home > Plants > Cactus', 0.4],
		['Home > Plants > Fern', 0.3],
	]);
	expect(paths([0.4, 0.3, 0.1, 0.2], 1, null)).toEqual([['Home > Plants > Cactus', 0.4]]);
});

it('ranks flat labels, equal ones in their order, and never what is no label', () => {
	const flat = labelTree(['b', 'a', 'c']);
	const found = rankedLabels(flat, Float32Array.from([0.25, 0.5, 0.25]), 5, 0.6);
	expect(found.map(({ category }) => flat.nodes[category])).toEqual(['a', 'b', 'c']);
});

it('lets a label above others stand for them when together they are sure', () => {
	const nested = labelTree(['Shoes', 'Shoes > Boots', 'Hats']);
	const [first] = rankedLabels(nested, Float32Array.from([0.3, 0.4, 0.3]), 3, 0.6);
	expect([nested.nodes[first?.category ?? -1], first?.whole]).toEqual(['Shoes', true]);
	expect(first?.probability).toBeCloseTo(0.7);
});

it('names nothing twice, and only the first may be unsorted', () => {
	fc.assert(
		fc.property(
			fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
			fc.integer({ min: 1, max: 6 }),
			fc.option(fc.double({ min: 0.5, max: 1, noNaN: true })),
			(weights, count, sureAt) => {
				const sum = weights.reduce((total, weight) => total + weight, 0);
				const own = Float32Array.from(weights, (weight) => weight / sum);
				const found = rankedLabels(tree, own, count, sureAt);
				expect(found.length).toBeLessThanOrEqual(count);
				expect(new Set(found.map(({ category }) => category)).size).toBe(found.length);
				const rest = found.filter(({ whole }) => !whole).map(({ probability }) => probability);
				expect(rest).toEqual([...rest].sort((a, b) => b - a));
				expect(found.slice(1).some(({ whole }) => whole)).toBe(false);
			},
		),
	);
});
