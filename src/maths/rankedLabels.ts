import { type LabelTree, nodeProbabilities } from './labelTree';
import { deepestSure, mostProbable, type Ranked, withSureFirst } from './zeroShot/ranking';

/**
 * What to suggest of a head's labels: the most probable ones, and before them the sure node that a doubtful
 * leaf backs off to. The trained twin of the zero-shot `ranked`.
 * @param probabilities `[labels]` of one product, summing to 1
 * @param sureAt probability from which a node may stand for everything below it; `null` only ranks
 * @returns nodes of the tree, best first, at most `count`
 */
export function rankedLabels(
	tree: LabelTree,
	probabilities: Float32Array,
	count: number,
	sureAt: number | null,
): Ranked[] {
	const sums = nodeProbabilities(tree, probabilities);
	const shape = { count: tree.nodes.length, depths: tree.levels };
	const list = mostProbable(probabilities, count).map((label) => ({
		category: tree.nodeOfLabel[label] as number,
		probability: probabilities[label] as number,
		whole: false,
	}));
	return withSureFirst(list, sureAt === null ? -1 : deepestSure(shape, sums, sureAt), sums, count);
}
