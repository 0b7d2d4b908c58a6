import { describe, expect, it } from 'vitest';
import type { LabelAssignment } from '../../../src/domain/field';
import type { ProductSuggestions } from '../../../src/domain/suggestion';
import type { Taxonomy } from '../../../src/domain/taxonomy';
import { groupLabels, suggestedNames } from '../../../src/maths/groupNames';

const taxonomy: Taxonomy = {
	id: 'mine',
	name: 'Mine',
	categories: ['Shoes', 'Bags', 'Hats'].map((name, at) => ({ id: `${at}`, name, parent: -1 })),
};

function taken(categories: (number | null)[]): Map<string, ProductSuggestions> {
	return new Map(
		categories.map((category, at) => [
			`p${at}`,
			{
				productId: `p${at}`,
				suggestions:
					category === null ? [] : [{ category, probability: 0.5, photo: null, title: null }],
				evidence: 'photo',
				titleUnderstood: true,
			},
		]),
	);
}

function labelled(labels: Record<string, string>): Map<string, LabelAssignment> {
	return new Map(
		Object.entries(labels).map(([productId, label]) => [
			productId,
			{ field: 'kind', productId, label, by: 'grid', at: 1 },
		]),
	);
}

describe('names of a group', () => {
	it('are what its products are taken for, the commonest first', () => {
		const suggestions = taken([1, 0, 1, null, 7, 1, 0, 2]);
		const ids = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'unknown'];
		expect(suggestedNames(ids, suggestions, taxonomy, 2)).toEqual(['Bags', 'Shoes']);
		expect(suggestedNames(['p3'], suggestions, taxonomy, 2)).toEqual([]);
	});

	it('are given once nobody is without', () => {
		const labels = labelled({ a: 'hat', b: 'shoe', c: 'shoe', other: 'bag' });
		expect(groupLabels(['a', 'b', 'c', 'd', 'e'], labels)).toEqual({
			unlabelled: 2,
			commonest: { label: 'shoe', count: 2 },
		});
		expect(groupLabels(['d'], labels)).toEqual({ unlabelled: 1, commonest: null });
	});
});
