import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyPerLevel, labelTree, nodeProbabilities } from '../../../src/maths/labelTree';

const labels = ['Home > Plants', 'Home > Pots', 'Shoes', 'Shoes > Boots > Winter'];
const tree = labelTree(labels);
const node = (path: string) => tree.nodes.indexOf(path);

describe('a tree of labels', () => {
	it('has every ancestor once, parents first', () => {
		expect(tree.nodes).toEqual([
			'Home',
			'Home > Plants',
			'Home > Pots',
			'Shoes',
			'Shoes > Boots',
			'Shoes > Boots > Winter',
		]);
		for (const [child, parent] of tree.parents.entries()) expect(parent).toBeLessThan(child);
	});

	it('adds probabilities up', () => {
		const sums = nodeProbabilities(tree, [0.4, 0.3, 0.1, 0.2]);
		expect(sums[node('Home')]).toBeCloseTo(0.7, 6);
		expect(sums[node('Shoes')]).toBeCloseTo(0.3, 6);
		expect(sums[node('Shoes > Boots')]).toBeCloseTo(0.2, 6);
	});

	it('adds up to 1 at the top, and never more below than above', () => {
		const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(weights, (values) => {
				const total = values.reduce((a, b) => a + b, 0);
				const sums = nodeProbabilities(
					tree,
					values.map((value) => value / total),
				);
				const top = [...sums].filter((_, i) => tree.parents[i] === -1).reduce((a, b) => a + b, 0);
				expect(top).toBeCloseTo(1, 6);
				for (const [child, parent] of tree.parents.entries())
					if (parent >= 0) expect(sums[child]).toBeLessThanOrEqual((sums[parent] as number) + 1e-6);
			}),
		);
	});

	it('counts a wrong leaf below the right parent as right one level up', () => {
		// Plants for Pots: right at the top only. Shoes for Winter boots: right at the top only.
		expect(accuracyPerLevel(tree, [0, 1, 3, 2], [0, 0, 2, 2])).toEqual([
			{ level: 0, accuracy: 1 },
			{ level: 1, accuracy: 0.5 },
			{ level: 2, accuracy: 0.5 },
		]);
	});
});
