import type { Part, Split } from '../domain/split';

/** A label that a head gave, not a person. */
export interface PseudoLabel {
	productId: string;
	label: string;
}

/** How right a guess has to be to be learned from, 0–1. */
export const wantedOfGuesses = 0.95;

/** Answers as `HeadsContract.predict` packs them. */
interface Answers {
	ranks: number;
	nodes: readonly string[];
	ranked: Int32Array;
	probabilities: Float32Array;
}

/** The first answers that reach a threshold. @param productIds `[n]` */
export function sureAnswers(
	productIds: readonly string[],
	{ ranks, nodes, ranked, probabilities }: Answers,
	threshold: number,
): PseudoLabel[] {
	return productIds.flatMap((productId, row) => {
		const label = nodes[ranked[row * ranks] ?? -1];
		const sure = (probabilities[row * ranks] ?? 0) >= threshold;
		return label !== undefined && sure ? [{ productId, label }] : [];
	});
}

/**
 * The split with something to judge by: its own validation part, or the products that `fold` 0 holds out of the
 * training part.
 * @param productIds `[n]` of the training part
 * @param folds `[n]`
 */
export function withJudges(split: Split, productIds: readonly string[], folds: Int16Array): Split {
	if ([...split.parts.values()].includes('validation')) return split;
	const judges = new Set(productIds.filter((_, row) => folds[row] === 0));
	return { ...split, parts: mapped(split, (part, id) => (judges.has(id) ? 'validation' : part)) };
}

/** The split as a head sees it that is not to learn from what others are judged by. */
export function withoutValidation(split: Split): Split {
	return { ...split, parts: mapped(split, (part) => (part === 'validation' ? null : part)) };
}

function mapped(
	{ parts }: Split,
	to: (part: Part, productId: string) => Part | null,
): ReadonlyMap<string, Part> {
	const next = new Map<string, Part>();
	for (const [id, before] of parts) {
		const part = to(before, id);
		if (part) next.set(id, part);
	}
	return next;
}

/**
 * Products without a label that may be learned from: none that is nearly the same as one to judge or test by.
 * @param groups near-duplicates share a name, by product id
 */
export function learnable(
	unlabelled: readonly string[],
	{ parts }: Split,
	groups: ReadonlyMap<string, string>,
): string[] {
	const held = new Set<string>();
	for (const [id, part] of parts) {
		const group = groups.get(id);
		if (group !== undefined && part !== 'train') held.add(group);
	}
	return unlabelled.filter((id) => !held.has(groups.get(id) ?? ''));
}
