import { expect, it } from 'vitest';
import { categoryPath } from '../../../src/domain/taxonomy';
import { fieldTaxonomy, withMoreLabels } from '../../../src/maths/fieldTaxonomy';

const taxonomy = fieldTaxonomy('kind', 'Kind', ['Home > Plants', 'Toys 🧸, "old"', 'Home']);

it('has a category for every label and for what stands above it, by its path', () => {
	expect(taxonomy.id).toBe('field:kind');
	expect(taxonomy.categories).toEqual([
		{ id: 'Home', name: 'Home', parent: -1 },
		{ id: 'Home > Plants', name: 'Plants', parent: 0 },
		{ id: 'Toys 🧸, "old"', name: 'Toys 🧸, "old"', parent: -1 },
	]);
	for (const [index, { id }] of taxonomy.categories.entries())
		expect(categoryPath(taxonomy, index)).toBe(id);
});

it('takes later labels behind the others, so that indices hold', () => {
	const more = withMoreLabels(taxonomy, 'kind', ['Home > Lamps > Desk', 'Toys 🧸, "old"']);
	expect(more.categories.slice(0, 3)).toEqual(taxonomy.categories);
	expect(more.categories.slice(3)).toEqual([
		{ id: 'Home > Lamps', name: 'Lamps', parent: 0 },
		{ id: 'Home > Lamps > Desk', name: 'Desk', parent: 3 },
	]);
	expect(withMoreLabels(taxonomy, 'kind', ['Home'])).toBe(taxonomy);
});
