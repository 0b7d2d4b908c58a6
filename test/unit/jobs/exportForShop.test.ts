import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/domain/product';
import type { Decision, ProductSuggestions } from '../../../src/domain/suggestion';
import type { Taxonomy } from '../../../src/domain/taxonomy';
import { exportForShop } from '../../../src/jobs/exportForShop';

const taxonomy: Taxonomy = {
	id: 'google',
	name: 'Google',
	categories: [
		{ id: '1', name: 'Shoes', parent: -1 },
		{ id: '2', name: 'Boots', parent: 0 },
	],
};

function product(id: string, attributes: Record<string, string>): Product {
	return {
		id,
		importId: 'i',
		order: 0,
		name: `${id}.jpg`,
		title: id,
		description: '',
		photos: [],
		attributes,
		problems: [],
	};
}

function suggested(productId: string, probability: number): [string, ProductSuggestions] {
	const suggestions = [{ category: 0, probability, photo: null, title: null }];
	return [productId, { productId, suggestions, evidence: 'title', titleUnderstood: true }];
}

const decision: Decision = {
	taxonomyId: 'google',
	productId: 'decided',
	categoryId: '2',
	by: 'corrected',
	probability: null,
	at: 0,
};

describe('exportForShop', () => {
	const catalogue = {
		taxonomy,
		products: [
			product('decided', { Handle: 'boots', 'Variant SKU': 'B-1' }),
			product('sure', { 'URL handle': 'shoes' }),
			product('unsure', {}),
			product('unseen', {}),
		],
		suggestions: new Map([
			suggested('decided', 0.9),
			suggested('sure', 0.8),
			suggested('unsure', 0.79),
		]),
		decisions: new Map([['decided', decision]]),
	};

	it('writes what is decided or sure, and counts what it leaves out', async () => {
		const { file, written, leftOut } = exportForShop(catalogue, 'merchant', 0.8);
		expect([written, leftOut]).toEqual([2, 2]);
		expect(await file.text()).toBe(
			'id\ttitle\tgoogle_product_category\r\nB-1\tdecided\t2\r\nsure.jpg\tsure\t1\r\n',
		);
	});

	it('keeps the handles of either export of Shopify', async () => {
		const { file } = exportForShop(catalogue, 'shopify', 0.8);
		expect(await file.text()).toBe(
			'Title,URL handle,Type\r\ndecided,boots,Shoes > Boots\r\nsure,shoes,Shoes\r\n',
		);
	});
});
