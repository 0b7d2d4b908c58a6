import { fieldTaxonomyId, labelLevels } from '../domain/field';
import type { Taxonomy } from '../domain/taxonomy';
import { labelTree } from './labelTree';

/**
 * The labels of a field as something to sort into. A category's id is its path, so a category that is a label
 * has the label itself as id; what only stands above labels is a category too.
 * @param name as shown
 */
export function fieldTaxonomy(field: string, name: string, labels: Iterable<string>): Taxonomy {
	const { nodes, parents } = labelTree([...labels]);
	return {
		id: fieldTaxonomyId(field),
		name,
		categories: nodes.map((path, node) => ({
			id: path,
			name: labelLevels(path).at(-1) ?? path,
			parent: parents[node] as number,
		})),
	};
}

/**
 * The same with labels that came later. Categories keep their indices, so suggestions hold.
 * @returns the taxonomy itself when it has them all
 */
export function withMoreLabels(taxonomy: Taxonomy, field: string, labels: string[]): Taxonomy {
	const known = new Set(taxonomy.categories.map(({ id }) => id));
	if (labels.every((label) => known.has(label))) return taxonomy;
	return fieldTaxonomy(field, taxonomy.name, [...known, ...labels]);
}
