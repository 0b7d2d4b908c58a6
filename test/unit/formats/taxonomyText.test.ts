import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import { categoryPath, pathSeparator, type Taxonomy } from '../../../src/domain/taxonomy';
import { parseTaxonomyText } from '../../../src/formats/taxonomyText';

const parse = (text: string): Taxonomy => parseTaxonomyText(text, { id: 'own', name: 'Own' });

/** `id = path`, one a category. */
const listed = (text: string): string[] => {
	const taxonomy = parse(text);
	return taxonomy.categories.map(({ id }, i) => `${id} = ${categoryPath(taxonomy, i)}`);
};

const failure = (text: string): AppError => {
	try {
		parse(text);
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
	throw new Error('it was read');
};

describe('published files', () => {
	it("reads Google's, with header and CRLF", () => {
		const text =
			'# Google_Product_Taxonomy_Version: 2021-09-21\r\n1 - Animals & Pet Supplies\r\n3237 - Animals & Pet Supplies > Live Animals\r\n';
		expect(listed(text)).toEqual([
			'1 = Animals & Pet Supplies',
			'3237 = Animals & Pet Supplies > Live Animals',
		]);
	});

	it("reads Shopify's, padded ids and all", () => {
		const text = [
			'# Shopify Product Taxonomy - Categories: 2024-07',
			'# Format: {GID} : {Ancestor name} > ... > {Category name}',
			'',
			'gid://shopify/TaxonomyCategory/ap     : Animals & Pet Supplies',
			'gid://shopify/TaxonomyCategory/ap-1   : Animals & Pet Supplies > Live Animals',
		].join('\n');
		expect(listed(text)).toEqual([
			'gid://shopify/TaxonomyCategory/ap = Animals & Pet Supplies',
			'gid://shopify/TaxonomyCategory/ap-1 = Animals & Pet Supplies > Live Animals',
		]);
	});
});

describe('lists of one’s own', () => {
	it('takes labels and paths, with a byte order mark and blank lines', () => {
		expect(listed('\uFEFFShoes\n\n  Bags >Totes\nShoes\n')).toEqual([
			'Shoes = Shoes',
			'Bags = Bags',
			'Bags > Totes = Bags > Totes',
		]);
	});

	it('does not take a label for an id', () => {
		expect(listed('Mugs\n5 - Star hotels\n#1 dad')).toEqual([
			'Mugs = Mugs',
			'5 - Star hotels = 5 - Star hotels',
			'#1 dad = #1 dad',
		]);
	});

	it('makes missing parents up, and puts late ones first', () => {
		expect(listed('7 - A > B > C\n1 - A')).toEqual(['1 = A', 'A > B = A > B', '7 = A > B > C']);
	});
});

describe('what it refuses', () => {
	it.each([
		['a line without an id among lines with one', '1 - A\nB', 2],
		['a level without a name', '\nA > > B', 2],
		['one id for two categories', '1 - A\n2 - B\n1 - C', 3],
		['a binary file', 'PK\u0003\u0004\n\0\0', 2],
		['a text that is all separators', `A${' > A'.repeat(40)}`, 1],
	])('%s', (_, text, line) => {
		expect(failure(text)).toMatchObject({ code: 'taxonomy-unreadable', detail: { line } });
	});

	it.each(['', '\uFEFF', '\n \r\n', '# Google_Product_Taxonomy_Version: 2021-09-21'])(
		'nothing but %j',
		(text) => {
			expect(failure(text).code).toBe('taxonomy-empty');
		},
	);
});

describe('any tree', () => {
	const name = fc
		.stringMatching(/^[A-Za-z0-9&,'()é 鞋-]{1,12}$/)
		.map((text) => text.trim().replace(/\s+/g, ' '))
		.filter((text) => text !== '' && !text.startsWith('gid:'));
	const paths = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 5 }), {
		minLength: 1,
		maxLength: 30,
		selector: (names) => names.join(pathSeparator),
	});
	const dialects: ((path: string, i: number) => string)[] = [
		(path, i) => `${i + 1} - ${path}`,
		(path, i) => `gid://shopify/TaxonomyCategory/x-${i} : ${path}`,
	];

	it('has every line, parents before children, unique ids', () => {
		fc.assert(
			fc.property(
				paths,
				fc.constantFrom(...dialects),
				fc.constantFrom('\n', '\r\n'),
				(all, line, end) => {
					const joined = all.map((names) => names.join(pathSeparator));
					const taxonomy = parse(joined.map(line).join(end));
					const found = taxonomy.categories.map((_, i) => categoryPath(taxonomy, i));
					expect(found).toEqual(expect.arrayContaining(joined));
					expect(new Set(found).size).toBe(found.length);
					expect(new Set(taxonomy.categories.map(({ id }) => id)).size).toBe(found.length);
					for (const [i, { parent }] of taxonomy.categories.entries())
						expect(parent).toBeLessThan(i);
				},
			),
		);
	});

	it('comes out the same when read, written and read again', () => {
		fc.assert(
			fc.property(paths, (all) => {
				const once = listed(
					all.map((names, i) => `${i} - ${names.join(pathSeparator)}`).join('\n'),
				);
				const taxonomy = parse(
					all.map((names, i) => `${i} - ${names.join(pathSeparator)}`).join('\n'),
				);
				const numbered = taxonomy.categories.map((_, i) => `${i} - ${categoryPath(taxonomy, i)}`);
				const twice = listed(numbered.join('\n'));
				expect(twice.map((entry) => entry.split(' = ')[1])).toEqual(
					once.map((entry) => entry.split(' = ')[1]),
				);
			}),
		);
	});
});

it('takes names that differ only in case for one category, and keeps the first spelling', () => {
	const { categories } = parseTaxonomyText('Shirts\nshirts\nApparel > Bags\napparel > BAGS', {
		id: 'own',
		name: 'Mine',
	});
	expect(categories.map(({ name }) => name)).toEqual(['Shirts', 'Apparel', 'Bags']);
});
