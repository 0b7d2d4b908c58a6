import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Taxonomy } from '../../../src/domain/taxonomy';
import { categoryPath } from '../../../src/domain/taxonomy';
import { categoryIndex, searchCategories } from '../../../src/maths/categorySearch';

const rows: [name: string, parent: number][] = [
	['Apparel & Accessories', -1],
	['Shoes', 0],
	['Shoe Accessories', 0],
	['Athletic Shoes', 1],
	['Running Shoes', 3],
	['Home & Garden', -1],
	['Café Tables', 5],
	['Shoe Racks', 5],
	['Horseshoes', 5],
];
const taxonomy: Taxonomy = {
	id: 't',
	name: 'T',
	categories: rows.map(([name, parent], id) => ({ id: String(id), name, parent })),
};
const index = categoryIndex(taxonomy);
const found = (query: string, limit = 50): string[] =>
	searchCategories(index, query, limit).categories.map(
		(category) => taxonomy.categories[category]?.name ?? '',
	);

describe('searchCategories', () => {
	it('wants every word, anywhere in the path', () => {
		expect(found('apparel running')).toEqual(['Running Shoes']);
		expect(found('garden running')).toEqual([]);
	});

	it('puts the category itself before what lies below and beside it', () => {
		expect(found('shoes')[0]).toBe('Shoes');
		expect(found('shoe').indexOf('Shoe Racks')).toBeLessThan(
			found('shoe').indexOf('Running Shoes'),
		);
		expect(found('shoe').at(-1)).toBe('Horseshoes');
	});

	it('takes beginnings of words in any order', () => {
		expect(found('sho run')[0]).toBe('Running Shoes');
	});

	it('does not mind accents, case or punctuation', () => {
		expect(found('CAFE  tables!')).toEqual(['Café Tables']);
		expect(found('café')).toEqual(['Café Tables']);
	});

	it('finds nothing for nothing', () => {
		expect(found('')).toEqual([]);
		expect(found(' & > ')).toEqual([]);
	});

	it('says how many there are beyond the limit', () => {
		const matches = searchCategories(index, 'shoe', 2);
		expect(matches.categories).toHaveLength(2);
		expect(matches.total).toBe(6);
	});

	it('finds every category by its own full path', () => {
		fc.assert(
			fc.property(fc.nat({ max: rows.length - 1 }), (category) => {
				const { categories } = searchCategories(index, categoryPath(taxonomy, category), 1);
				expect(categories).toEqual([category]);
			}),
		);
	});
});
