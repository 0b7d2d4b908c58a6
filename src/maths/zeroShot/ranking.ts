import type { CategoryTree } from './categoryTree';

/** A ranked category. */
export interface Ranked {
	category: number;
	/** Its own probability; for one that was backed off to, that of everything at and below it. */
	probability: number;
	/** Whether it stands for everything below it too. */
	whole: boolean;
}

/** The most probable categories, best first; equal ones in the taxonomy's order. */
export function mostProbable(probabilities: Float32Array, count: number): number[] {
	const best: number[] = [];
	for (let i = 0; i < probabilities.length; i++) {
		const value = probabilities[i] as number;
		if (best.length === count && value <= (probabilities[best.at(-1) as number] as number))
			continue;
		let at = best.length;
		while (at > 0 && value > (probabilities[best[at - 1] as number] as number)) at--;
		best.splice(at, 0, i);
		if (best.length > count) best.pop();
	}
	return best;
}

/**
 * The deepest category of which one can be sure that it, or something below it, is right.
 * @param sums `[categories]`, from `subtreeSums`
 * @returns −1 when not even a top level is sure enough
 */
export function deepestSure(
	tree: Pick<CategoryTree, 'count' | 'depths'>,
	sums: Float32Array,
	threshold: number,
): number {
	let best = -1;
	for (let i = 0; i < tree.count; i++) {
		if ((sums[i] as number) < threshold) continue;
		const deeper = best < 0 || (tree.depths[i] as number) > (tree.depths[best] as number);
		const level = best >= 0 && tree.depths[i] === tree.depths[best];
		if (deeper || (level && (sums[i] as number) > (sums[best] as number))) best = i;
	}
	return best;
}

/**
 * The categories to suggest: the most probable ones, and before them the sure category that a doubtful leaf
 * backs off to.
 * @param sums of the probabilities, from `subtreeSums`
 * @param threshold `null` ranks only
 */
export function ranked(
	tree: CategoryTree,
	probabilities: Float32Array,
	sums: Float32Array,
	count: number,
	threshold: number | null,
): Ranked[] {
	const sure = threshold === null ? -1 : deepestSure(tree, sums, threshold);
	const list = mostProbable(probabilities, count).map((category) => ({
		category,
		probability: probabilities[category] as number,
		whole: false,
	}));
	return withSureFirst(list, sure, sums, count);
}

/**
 * Puts the category that stands for everything below it before the others.
 * @param sure index into `sums`; −1 for none
 */
export function withSureFirst(
	list: Ranked[],
	sure: number,
	sums: Float32Array,
	count: number,
): Ranked[] {
	if (sure < 0) return list;
	const others = list.filter(({ category }) => category !== sure);
	// Summed in 32 bits, a sum may pass 1 by a hair.
	const probability = Math.min(1, sums[sure] as number);
	return [{ category: sure, probability, whole: true }, ...others].slice(0, count);
}
