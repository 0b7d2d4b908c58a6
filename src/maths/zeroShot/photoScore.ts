import { type CategoryTree, subtreeSums } from './categoryTree';
import type { PhotoMatrix } from './photoMatrix';

/**
 * In a tree, each of these shares of a category's probability is spread evenly over everything below its top
 * level, its second level and its parent: a photo tells the aisle more surely than the shelf.
 */
const spread = 0.2;

/** Beliefs below this change nothing that shows, and most are. */
const leastBelief = 1e-5;

/** Mean of several photos' beliefs. @param rows `[labels]` each, at least one */
export function meanBeliefs(rows: Float32Array[]): Float32Array {
	const mean = new Float32Array(rows[0]?.length ?? 0);
	for (const row of rows)
		for (let k = 0; k < mean.length; k++)
			mean[k] = (mean[k] as number) + (row[k] as number) / rows.length;
	return mean;
}

/**
 * How likely each category is from what a network believes to see.
 * @param beliefs `[labels]`, summing to 1
 * @returns `[categories]`, summing to 1
 */
export function photoProbabilities(
	matrix: PhotoMatrix,
	tree: CategoryTree,
	beliefs: Float32Array,
): Float32Array {
	const { perLabel, categories, weights } = matrix;
	const found = new Float64Array(tree.count);
	let believed = 0;
	for (const [label, belief] of beliefs.entries()) {
		if (belief < leastBelief) continue;
		for (let k = label * perLabel; k < (label + 1) * perLabel; k++) {
			const category = categories[k] as number;
			found[category] = (found[category] as number) + belief * (weights[k] as number);
		}
		believed += belief;
	}
	const own = new Float32Array(tree.count);
	for (let i = 0; i < tree.count; i++) own[i] = (found[i] as number) / believed;
	return tree.flat ? own : smoothed(tree, own);
}

function smoothed(tree: CategoryTree, own: Float32Array): Float32Array {
	const sums = subtreeSums(tree, own);
	const { parents, depths, sizes, count } = tree;
	const even = (node: number): number => (sums[node] as number) / (sizes[node] as number);
	const out = new Float32Array(count);
	/** The ancestor at the top and at the second level; itself where it is one. */
	const tops = new Int32Array(count);
	const seconds = new Int32Array(count);
	for (let i = 0; i < count; i++) {
		const parent = parents[i] as number;
		tops[i] = parent < 0 ? i : (tops[parent] as number);
		seconds[i] = (depths[i] as number) <= 1 ? i : (seconds[parent] as number);
		out[i] =
			(1 - 3 * spread) * (own[i] as number) +
			spread *
				(even(tops[i] as number) + even(seconds[i] as number) + even(parent < 0 ? i : parent));
	}
	return out;
}
