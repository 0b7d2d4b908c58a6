import type { LabelAssignment } from '../domain/field';
import type { ProductSuggestions } from '../domain/suggestion';
import type { Taxonomy } from '../domain/taxonomy';

/**
 * Names that suggest themselves for a group: what Sort takes its products for, the commonest first, each once.
 * @param most names wanted
 */
export function suggestedNames(
	productIds: readonly string[],
	suggestions: ReadonlyMap<string, ProductSuggestions>,
	taxonomy: Taxonomy,
	most: number,
): string[] {
	const counts = new Map<string, number>();
	for (const id of productIds) {
		const best = suggestions.get(id)?.suggestions[0];
		const name = best && taxonomy.categories[best.category]?.name;
		if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.slice(0, most)
		.map(([name]) => name);
}

/** How many of a group have no label yet, and the commonest label of the others; `null` when none has one. */
export function groupLabels(
	productIds: readonly string[],
	labels: ReadonlyMap<string, LabelAssignment>,
): { unlabelled: number; commonest: { label: string; count: number } | null } {
	const counts = new Map<string, number>();
	let unlabelled = 0;
	for (const id of productIds) {
		const label = labels.get(id)?.label;
		if (label === undefined) unlabelled++;
		else counts.set(label, (counts.get(label) ?? 0) + 1);
	}
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return { unlabelled, commonest: first ? { label: first[0], count: first[1] } : null };
}
