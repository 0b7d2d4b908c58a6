import { type HeadSpecification, learnsBelow } from '../domain/head';
import type { Split } from '../domain/split';
import { stratifiedFolds } from '../maths/splits';
import type { LabelledProducts } from '../workers/heads.contract';

/** Above this many products one fold is held out instead of each in turn: there are enough to judge by. */
const manyProducts = 5000;

/**
 * Which products are held out together, −1 for those that never are. A drawn or given validation part is held out as
 * it is; without one, every product in its turn. What learns below the head must not have seen those that judge the
 * head, and it learns only once: then one fold is held out from both.
 */
export function heldOutFolds(
	{ products, classes }: LabelledProducts,
	input: {
		split: Split;
		groups: ReadonlyMap<string, string>;
		specification: HeadSpecification;
	},
): Int16Array {
	const { split, groups, specification } = input;
	const validation = products.map(({ id }) => split.parts.get(id) === 'validation');
	if (validation.includes(true)) return Int16Array.from(validation, (held) => (held ? 0 : -1));
	const folds = stratifiedFolds(
		[...classes],
		products.map(({ id }) => groups.get(id) ?? null),
		specification.folds,
		specification.seed,
	);
	return products.length > manyProducts || learnsBelow(specification)
		? folds.map((fold) => (fold === 0 ? 0 : -1))
		: folds;
}
