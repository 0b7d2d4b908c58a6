import { describe, expect, it } from 'vitest';
import { defaultSpecification, type HeadSpecification } from '../../../src/domain/head';
import type { Part, Split } from '../../../src/domain/split';
import { heldOutFolds } from '../../../src/jobs/heldOutFolds';

const count = 40;
const products = Array.from({ length: count }, (_, i) => ({
	...{ id: `p${i}`, title: '', titleId: null, photoIds: [] },
}));
const classes = Int32Array.from(products, (_, i) => i % 2);
const labelled = { products, labels: ['a', 'b'], classes };

function splitOf(part: (index: number) => Part): Split {
	return {
		...{ field: 'kind', createdAt: 1, seed: 1, origin: 'drawn', tooSmall: [], parted: [] },
		parts: new Map(products.map(({ id }, index) => [id, part(index)])),
	};
}

const folds = (changed: Partial<HeadSpecification>, split = splitOf(() => 'train')): number[] => [
	...heldOutFolds(labelled, {
		split,
		groups: new Map([
			['p0', 'same'],
			['p2', 'same'],
		]),
		specification: { ...defaultSpecification, ...changed },
	}),
];

describe('what is held out of a training', () => {
	it('is every product in its turn, near-duplicates together', () => {
		const found = folds({});
		expect(new Set(found)).toEqual(new Set([0, 1, 2, 3, 4]));
		expect(found[0]).toBe(found[2]);
	});

	it.each<Partial<HeadSpecification>>([
		{ photoDepth: 'partly' },
		{ photoDepth: 'scratch' },
		{ modality: 'title', textFeatures: 'words' },
	])('is one fold where something below the head learns, too: %o', (changed) => {
		const found = folds(changed);
		expect(found.map((fold) => (fold === 0 ? 0 : -1))).toEqual(found);
		expect(found.filter((fold) => fold === 0).length).toBe(count / 5);
	});

	it('is as usual where what would learn is not looked at', () => {
		expect(folds({ modality: 'title', photoDepth: 'partly' })).toEqual(folds({}));
		expect(folds({ modality: 'photo', textFeatures: 'words' })).toEqual(folds({}));
	});

	it('is the validation part where there is one', () => {
		const split = splitOf((index) => (index < 10 ? 'validation' : 'train'));
		const expected = products.map((_, index) => (index < 10 ? 0 : -1));
		expect(folds({}, split)).toEqual(expected);
		expect(folds({ photoDepth: 'partly' }, split)).toEqual(expected);
	});
});
