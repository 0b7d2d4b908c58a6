import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mismatches } from '../../../scripts/models/fileChecks';
import { readManifest } from '../../../scripts/models/manifestFile';
import { modelsRoot } from '../../../scripts/models/places';
import { sampleProducts } from '../../../scripts/models/sampleCatalogue';
import { shopifyText } from '../../../scripts/models/taxonomies';
import { parseTaxonomyText } from '../../../src/formats/taxonomyText';
import { categoryKeys } from '../../../src/maths/zeroShot/categoryKeys';

describe('the sample catalogue', () => {
	it('is read through padding, variants and facets', () => {
		const csv = [
			'name     ,description ,assets  ,facets                                              ,sku ,price',
			'Laptop   ,"Snappy, ""new""" ,a.jpg   ,category:Electronics|category:Computers|brand:Apple ,L1  ,10.00',
			'         ,            ,        ,                                                    ,L2  ,20.00',
			'Cactus   ,            ,b.jpg   ,category:Home & Garden|category:Plants              ,C1  ,5.00',
		].join('\n');
		expect(sampleProducts(csv)).toEqual([
			{
				photo: 'a.jpg',
				title: 'Laptop',
				description: 'Snappy, "new"',
				category: 'Electronics > Computers',
				brand: 'Apple',
				price: '10.00',
				sku: 'L1',
			},
			{
				photo: 'b.jpg',
				title: 'Cactus',
				description: '',
				category: 'Home & Garden > Plants',
				brand: '',
				price: '5.00',
				sku: 'C1',
			},
		]);
	});
});

describe("Shopify's taxonomy", () => {
	it("is written in Shopify's own text format", () => {
		const categories = [
			{ id: 'ap', name: 'Animals', parent_id: null },
			{ id: 'ap-1', name: 'Live', parent_id: 'ap' },
		];
		const text = shopifyText({ version: '2024-07', verticals: [{ categories }] });
		expect(text).toBe(
			'# Shopify Product Taxonomy - Categories: 2024-07\ngid://shopify/TaxonomyCategory/ap : Animals\ngid://shopify/TaxonomyCategory/ap-1 : Animals > Live\n',
		);
	});
});

describe('what is committed', () => {
	it('is what models.json says', async () => {
		const { models } = await readManifest(modelsRoot);
		const files = models.flatMap((entry) => entry.files);
		const committed = files.filter(({ path }) => /^(taxonomies|knowledge|reference)\//.test(path));
		expect(committed.length).toBeGreaterThan(5);
		expect(await mismatches(modelsRoot, committed)).toEqual([]);
	});

	it('knows every part of every category', async () => {
		const { models } = await readManifest(modelsRoot);
		const knowledge = models.find((entry) => entry.kind === 'knowledge');
		if (!knowledge) throw new Error('no knowledge');
		const bytes = (path: string): number | undefined =>
			models.flatMap(({ files }) => files).find((file) => file.path === path)?.bytes;
		const phrases = await readFile(join(modelsRoot, knowledge.phrases.keys), 'utf8');
		const known = new Set(phrases.trimEnd().split('\n'));
		expect(bytes(knowledge.phrases.vectors)).toBe(known.size * 384);
		const taxonomies = models.filter((entry) => entry.kind === 'taxonomy');
		expect(taxonomies.map(({ id }) => id)).toEqual(['google', 'shopify']);
		for (const entry of taxonomies) {
			const text = await readFile(join(modelsRoot, entry.text), 'utf8');
			const { categories } = parseTaxonomyText(text, entry);
			expect(categories).toHaveLength(entry.categories);
			const { keys, partRow } = categoryKeys(categories);
			expect(keys.filter((key) => !known.has(key))).toEqual([]);
			expect(bytes(entry.senses)).toBe(partRow.length * 2);
		}
	});
});
