import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryTree, subtreeSums } from '../../../../src/maths/zeroShot/categoryTree';
import { rowDots } from '../../../../src/maths/zeroShot/dots';
import { fusedProbabilities } from '../../../../src/maths/zeroShot/fusion';
import { meanBeliefs, photoProbabilities } from '../../../../src/maths/zeroShot/photoScore';
import { deepestSure, mostProbable, ranked } from '../../../../src/maths/zeroShot/ranking';
import golden from './fixtures/fusion.json';

const tree = categoryTree(golden.parents.map((parent) => ({ parent })));
const rows = (values: number[][]): Float32Array[] => values.map((row) => Float32Array.from(row));
const total = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);
const expectRow = (found: Float32Array, expected: number[] | undefined): void => {
	for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected?.[i] as number, 5);
};

describe('against the reference code', () => {
	it('sums what lies below', () => {
		for (const [i, photo] of rows(golden.photo).entries())
			expectRow(subtreeSums(tree, photo), golden.sums[i]);
	});

	it('spreads what a photo says over the aisle', () => {
		// One label per category, all of whose weight is that category's: beliefs are probabilities then.
		const count = tree.count;
		const matrix = {
			perLabel: 1,
			categories: Uint16Array.from({ length: count }, (_, i) => i),
			weights: new Float32Array(count).fill(1),
		};
		for (const [i, photo] of rows(golden.photo).entries())
			expectRow(photoProbabilities(matrix, tree, photo), golden.smoothed[i]);
	});

	it('fuses and calibrates', () => {
		const titles = rows(golden.title);
		for (const [i, photo] of rows(golden.photo).entries()) {
			const title = titles[i] as Float32Array;
			expectRow(fusedProbabilities({ title, photo }, false), golden.both[i]);
			expectRow(fusedProbabilities({ title, photo: null }, false), golden.titleOnly[i]);
			expectRow(fusedProbabilities({ title: null, photo }, false), golden.photoTree[i]);
			expectRow(fusedProbabilities({ title: null, photo }, true), golden.photoFlat[i]);
		}
	});
});

/** A random tree whose parents stand before their children, and a score for each of its categories. */
const scoredTree = fc.integer({ min: 1, max: 40 }).chain((count) =>
	fc
		.tuple(
			fc.tuple(...Array.from({ length: count }, (_, i) => fc.integer({ min: -1, max: i - 1 }))),
			fc.array(fc.float({ min: -1, max: 4, noNaN: true }), { minLength: count, maxLength: count }),
			fc.array(fc.float({ min: Math.fround(0.01), max: 1, noNaN: true }), {
				minLength: count,
				maxLength: count,
			}),
		)
		.map(([parents, title, weights]) => {
			const sum = weights.reduce((a, b) => a + b, 0);
			return {
				tree: categoryTree((parents as number[]).map((parent) => ({ parent }))),
				title: Float32Array.from(title),
				photo: Float32Array.from(weights, (weight) => weight / sum),
			};
		}),
);

describe('for any tree', () => {
	it('probabilities sum to one, and no ancestor is less likely than what lies below it', () => {
		fc.assert(
			fc.property(scoredTree, ({ tree, title, photo }) => {
				for (const given of [
					{ title, photo },
					{ title, photo: null },
					{ title: null, photo },
				]) {
					const probabilities = fusedProbabilities(given, tree.flat);
					expect(total(probabilities)).toBeCloseTo(1, 4);
					const sums = subtreeSums(tree, probabilities);
					for (const [i, parent] of tree.parents.entries())
						if (parent >= 0)
							expect(sums[parent] as number).toBeGreaterThanOrEqual((sums[i] as number) - 1e-6);
				}
			}),
		);
	});

	it('asking for more certainty never goes deeper', () => {
		fc.assert(
			fc.property(scoredTree, ({ tree, title }) => {
				const sums = subtreeSums(tree, fusedProbabilities({ title, photo: null }, tree.flat));
				let deepest = Number.POSITIVE_INFINITY;
				for (const threshold of [0.1, 0.3, 0.5, 0.6, 0.8, 0.95]) {
					const node = deepestSure(tree, sums, threshold);
					const depth = node < 0 ? -1 : (tree.depths[node] as number);
					expect(depth).toBeLessThanOrEqual(deepest);
					if (node >= 0) expect(sums[node] as number).toBeGreaterThanOrEqual(threshold);
					deepest = depth;
				}
			}),
		);
	});

	it('suggestions come best first, each category once', () => {
		fc.assert(
			fc.property(scoredTree, ({ tree, title, photo }) => {
				const probabilities = fusedProbabilities({ title, photo }, tree.flat);
				const list = ranked(tree, probabilities, subtreeSums(tree, probabilities), 5, 0.6);
				expect(new Set(list.map(({ category }) => category)).size).toBe(list.length);
				for (const [i, { probability }] of list.entries())
					if (i > 0)
						expect(probability).toBeLessThanOrEqual((list[i - 1]?.probability ?? 0) + 1e-6);
			}),
		);
	});

	it('the most probable are those that sorting finds', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
				fc.integer({ min: 1, max: 8 }),
				(values, count) => {
					const sorted = [...values.keys()]
						.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
						.slice(0, count);
					expect(mostProbable(Float32Array.from(values), count)).toEqual(sorted);
				},
			),
		);
	});
});

describe('small things', () => {
	it('a title in which nothing matches fades', () => {
		const photo = Float32Array.from([0.9, 0.05, 0.05]);
		const vague = fusedProbabilities({ title: Float32Array.from([0, 0.4, 0.3]), photo }, true);
		const clear = fusedProbabilities({ title: Float32Array.from([0, 2.4, 0.3]), photo }, true);
		expect(mostProbable(vague, 1)).toEqual([0]);
		expect(mostProbable(clear, 1)).toEqual([1]);
	});

	it('a list of one is certain', () => {
		const one = categoryTree([{ parent: -1 }]);
		const matrix = {
			perLabel: 1,
			categories: new Uint16Array(2),
			weights: new Float32Array(2).fill(1),
		};
		const photo = photoProbabilities(matrix, one, Float32Array.from([0.5, 0.5]));
		expect(fusedProbabilities({ title: Float32Array.from([0.2]), photo }, true)[0]).toBeCloseTo(1);
	});

	it('several photos are averaged', () => {
		const mean = meanBeliefs([Float32Array.from([1, 0]), Float32Array.from([0, 1])]);
		expect([...mean]).toEqual([0.5, 0.5]);
	});

	it('dot products do not depend on how many rows come together', () => {
		const d = 7;
		const random = (n: number): Float32Array =>
			Float32Array.from({ length: n * d }, (_, i) => Math.sin(i * 12.9898) * 2);
		for (const [n, m] of [
			[1, 1],
			[2, 4],
			[3, 5],
			[5, 11],
		] as const) {
			const a = random(n);
			const b = random(m + 3).subarray(3 * d);
			const out = rowDots(a, b, d);
			for (let i = 0; i < n; i++) {
				const alone = rowDots(a.subarray(i * d, (i + 1) * d), b, d);
				for (let j = 0; j < m; j++) expect(out[i * m + j]).toBe(alone[j]);
			}
		}
	});
});
