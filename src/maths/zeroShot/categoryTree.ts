import type { Category } from '../../domain/taxonomy';

/** What scoring needs of a taxonomy's shape. Parents stand before their children. */
export interface CategoryTree {
	count: number;
	/** `[count]`, −1 at the top. */
	parents: Int32Array;
	/** `[count]`, 0 at the top. */
	depths: Int32Array;
	/** `[count]`, 1 where a category has others below it. */
	hasChildren: Uint8Array;
	/** `[count]`, categories at and below each. */
	sizes: Float32Array;
	/** No category has another below it: a plain list. */
	flat: boolean;
}

export function categoryTree(categories: readonly Pick<Category, 'parent'>[]): CategoryTree {
	const parents = Int32Array.from(categories, ({ parent }) => parent);
	const count = parents.length;
	const depths = new Int32Array(count);
	const hasChildren = new Uint8Array(count);
	for (let i = 0; i < count; i++) {
		const parent = parents[i] as number;
		if (parent < 0) continue;
		depths[i] = (depths[parent] as number) + 1;
		hasChildren[parent] = 1;
	}
	const sizes = subtreeSums({ parents }, new Float32Array(count).fill(1));
	return {
		count,
		parents,
		depths,
		hasChildren,
		sizes,
		flat: hasChildren.every((has) => has === 0),
	};
}

/**
 * Adds up every category's own value and those of all below it.
 * @param values `[count]`
 * @returns `[count]`; of probabilities: how likely each category or something below it is right
 */
export function subtreeSums(
	{ parents }: Pick<CategoryTree, 'parents'>,
	values: Float32Array,
): Float32Array {
	const sums = Float64Array.from(values);
	// Children stand behind their parents, so from the end every child is complete when it is added.
	for (let i = sums.length - 1; i >= 0; i--) {
		const parent = parents[i] as number;
		if (parent >= 0) sums[parent] = (sums[parent] as number) + (sums[i] as number);
	}
	return Float32Array.from(sums);
}
