import { labelLevels } from '../domain/field';
import { pathSeparator } from '../domain/taxonomy';

/** The tree that labels which are paths span; flat labels are leaves at the top. */
export interface LabelTree {
	/** Path of every node, labels and their ancestors; a parent stands before its children. */
	nodes: string[];
	/** Index of each node's parent, −1 at the top. */
	parents: Int32Array;
	/** Level of each node, 0 at the top. */
	levels: Int32Array;
	/** Node of each label. */
	nodeOfLabel: Int32Array;
}

/** A label may be an ancestor of others too: `Shoes` beside `Shoes > Boots`. */
export function labelTree(labels: readonly string[]): LabelTree {
	const index = new Map<string, number>();
	const nodes: string[] = [];
	const parents: number[] = [];
	const levels: number[] = [];
	for (const label of labels) {
		const names = labelLevels(label);
		let parent = -1;
		for (let level = 0; level < names.length; level++) {
			const path = names.slice(0, level + 1).join(pathSeparator);
			let node = index.get(path);
			if (node === undefined) {
				node = nodes.push(path) - 1;
				parents.push(parent);
				levels.push(level);
				index.set(path, node);
			}
			parent = node;
		}
	}
	return {
		nodes,
		parents: Int32Array.from(parents),
		levels: Int32Array.from(levels),
		nodeOfLabel: Int32Array.from(labels, (label) => index.get(label) as number),
	};
}

/**
 * A node is as probable as all labels at or below it together.
 * @param probabilities `[labels]` of one product, summing to 1
 * @returns `[nodes]`; the tops sum to 1, and a parent is its children's sum plus its own as a label
 */
export function nodeProbabilities(tree: LabelTree, probabilities: ArrayLike<number>): Float32Array {
	const sums = new Float64Array(tree.nodes.length);
	for (const [label, node] of tree.nodeOfLabel.entries())
		sums[node] = (sums[node] as number) + (probabilities[label] as number);
	// Children stand behind their parents, so from the end every child is complete when it is added.
	for (let node = sums.length - 1; node >= 0; node--) {
		const parent = tree.parents[node] as number;
		if (parent >= 0) sums[parent] = (sums[parent] as number) + (sums[node] as number);
	}
	return Float32Array.from(sums);
}

/**
 * Share of rows whose predicted label agrees with the true one down to each level. A label that ends above a
 * level stands for itself there, so that every row counts at every level.
 * @param truth `[n]` label indices
 * @param predicted `[n]` label indices
 */
export function accuracyPerLevel(
	tree: LabelTree,
	truth: ArrayLike<number>,
	predicted: ArrayLike<number>,
): { level: number; accuracy: number }[] {
	const depth = tree.levels.reduce((deepest, level) => Math.max(deepest, level), 0);
	return Array.from({ length: depth + 1 }, (_, level) => {
		let right = 0;
		for (let row = 0; row < truth.length; row++) {
			const wanted = ancestorAt(tree, tree.nodeOfLabel[truth[row] as number] as number, level);
			const given = ancestorAt(tree, tree.nodeOfLabel[predicted[row] as number] as number, level);
			if (wanted === given) right++;
		}
		return { level, accuracy: right / truth.length };
	});
}

function ancestorAt(tree: LabelTree, node: number, level: number): number {
	let at = node;
	while ((tree.levels[at] as number) > level) at = tree.parents[at] as number;
	return at;
}
