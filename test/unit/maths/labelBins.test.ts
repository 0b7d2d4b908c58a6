import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelBins, labelDepth, productIdsIn } from '../../../src/maths/labelBins';
import { labelled } from './catalogue';

const shop = labelled([
	'Garden > Plants',
	'Shoes',
	null,
	'Garden > Tools',
	'Shoes',
	'Garden > Plants > Trees',
	'Shoes',
]);

const sizes = (of: typeof shop, options = {}) => {
	const { bins, counts } = labelBins(of.products, of.labels, options);
	return bins.map((bin, i) => [bin.kind === 'label' ? bin.label : bin.kind, counts[i]]);
};

describe('label bins', () => {
	it('stand with the largest label first, and what has none at the end', () => {
		expect(sizes(shop)).toEqual([
			['Shoes', 3],
			['Garden > Plants', 1],
			['Garden > Plants > Trees', 1],
			['Garden > Tools', 1],
			['none', 1],
		]);
	});

	it('cut paths to a level, and leave shorter ones whole', () => {
		expect(labelDepth(shop.labels)).toBe(3);
		expect(sizes(shop, { level: 1 })).toEqual([
			['Garden', 3],
			['Shoes', 3],
			['none', 1],
		]);
		expect(sizes(shop, { level: 2 })).toEqual([
			['Shoes', 3],
			['Garden > Plants', 2],
			['Garden > Tools', 1],
			['none', 1],
		]);
	});

	it('put rare labels together, but never a single one', () => {
		expect(sizes(shop, { most: 1 })).toEqual([
			['Shoes', 3],
			['rest', 3],
			['none', 1],
		]);
		expect(sizes(shop, { most: 3 })).toHaveLength(5);
	});

	it('are none without products, and one without labels', () => {
		expect(sizes(labelled([]))).toEqual([]);
		expect(sizes(labelled([null, null]))).toEqual([['none', 2]]);
	});

	it('hold every product exactly once', () => {
		const label = fc.option(fc.constantFrom('a', 'a > b', 'a > c', 'd', 'none', 'rest'));
		fc.assert(
			fc.property(
				fc.array(label),
				fc.nat(5),
				fc.option(fc.integer({ min: 1, max: 3 })),
				(of, most, level) => {
					const { products, labels } = labelled(of);
					const bins = labelBins(products, labels, { most, level });
					const found = bins.bins.map((_, bin) => productIdsIn(products, bins, bin));
					expect(found.map(({ length }) => length)).toEqual([...bins.counts]);
					expect(found.flat().sort()).toEqual(products.map(({ id }) => id).sort());
				},
			),
		);
	});
});
