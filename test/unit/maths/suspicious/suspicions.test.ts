import { describe, expect, it } from 'vitest';
import type { Product } from '../../../../src/domain/product';
import type { Suspicion } from '../../../../src/domain/suspicion';
import { nearestInLabel, neighboursWanted } from '../../../../src/maths/suspicious/neighbourhood';
import { sharedPhotos } from '../../../../src/maths/suspicious/sharedPhotos';
import { suspicionKey } from '../../../../src/maths/suspicious/suspicionKey';
import { suspicions } from '../../../../src/maths/suspicious/suspicions';

function product(id: string, attributes: Record<string, string> = {}): Product {
	const photos = [{ photoId: `photo of ${id}`, path: '' }];
	const texts = { name: id, title: id, description: '' };
	return { id, importId: '', order: 0, ...texts, photos, attributes, problems: [] };
}

const products = Array.from({ length: 12 }, (_, row) => product(`p${row}`));

function input() {
	const count = products.length;
	return {
		products,
		field: 'type',
		labels: new Map(products.map(({ id }) => [id, { label: 'shoe' }])),
		fields: ['type'],
		near: new Map<string, string>(),
		same: new Map<string, string>(),
		neighbourhood: {
			near: new Int32Array(count * neighboursWanted).fill(-1),
			lookAlike: new Int32Array(count * neighboursWanted).fill(-1),
			calledAlike: new Int32Array(count * neighboursWanted).fill(-1),
			photoShare: new Float32Array(count).fill(0.01),
			titleShare: new Float32Array(count).fill(0.01),
			inLabel: Float32Array.from({ length: count }, (_, row) => 0.7 + 0.01 * row),
			nearInLabel: new Int32Array(count * nearestInLabel).fill(-1),
		},
	};
}

describe('suspicions', () => {
	it('are none where all is as usual', () => {
		expect(suspicions(input())).toEqual([]);
	});

	it('name photo and title that disagree, with both shares and both sides', () => {
		const given = input();
		given.neighbourhood.photoShare[3] = 0.4;
		given.neighbourhood.titleShare[3] = 0.225;
		given.neighbourhood.calledAlike.set([5, 6], 3 * neighboursWanted);
		given.neighbourhood.lookAlike.set([1], 3 * neighboursWanted);
		// One of the two alone says nothing.
		given.neighbourhood.photoShare[4] = 0.9;
		const [found, ...others] = suspicions(given);
		expect(others).toEqual([]);
		expect(found).toMatchObject({ kind: 'disagree', productId: 'p3', near: ['p5', 'p6'] });
		expect(found).toMatchObject({ lookAlike: ['p1'] });
		// By hand: √(0.4 · 0.225) = 0.3.
		expect(found?.score).toBeCloseTo(0.3);
	});

	it('name the photo that is unlike its label, against what is usual there', () => {
		const given = input();
		given.neighbourhood.inLabel[7] = 0.19;
		given.neighbourhood.nearInLabel.set([2, 4, 9], 7 * nearestInLabel);
		const [found, ...others] = suspicions(given);
		expect(others).toEqual([]);
		// By hand: without the planted one 0.70 … 0.81 but 0.77; with 0.19 the middle two are 0.74 and 0.75.
		expect(found).toMatchObject({ kind: 'unlike', productId: 'p7', label: 'shoe' });
		expect(found).toMatchObject({ near: ['p2', 'p4', 'p9'] });
		expect(found?.score).toBeCloseTo(1 - 0.19 / 0.745);
	});

	it('hold photos against no label where there is no field', () => {
		const given = { ...input(), field: null };
		given.neighbourhood.inLabel[7] = 0.19;
		expect(suspicions(given)).toEqual([]);
	});
});

describe('one photo under several brands', () => {
	const [a, b, c] = [
		product('a', { brand: 'Puma' }),
		product('b', { brand: 'puma ' }),
		product('c', { brand: 'Fila' }),
	];
	const group = new Map([a, b, c].map(({ id }) => [id, 'a']));

	it('is suspicious once for the group, and surer by the same file', () => {
		expect(sharedPhotos([a, b, c], group, group)).toEqual([
			{
				kind: 'shared-photo',
				productId: 'a',
				score: 1,
				column: 'brand',
				values: ['Puma', 'puma', 'Fila'],
				near: ['b', 'c'],
			},
		]);
		expect(sharedPhotos([a, b, c], group, new Map())[0]?.score).toBe(0.9);
	});

	it('is in order under one brand, however it is spelled, or where none is said', () => {
		expect(sharedPhotos([a, b], group, group)).toEqual([]);
		expect(sharedPhotos([a, product('c')], group, group)).toEqual([]);
	});
});

it('a suspicion is known again until what it is about changes', () => {
	const odd: Suspicion = {
		...{ kind: 'odd-value', productId: 'a', score: 1, near: [] },
		...{ column: 'gender', value: 'Men', usual: 'Women' },
	};
	const before = suspicionKey(odd, product('a'));
	expect(suspicionKey({ ...odd, score: 0.9, usual: 'Girls' }, product('a'))).toBe(before);
	expect(suspicionKey({ ...odd, value: 'Boys' }, product('a'))).not.toBe(before);
	const unlike: Suspicion = {
		...{ kind: 'unlike', productId: 'a', score: 1, near: [] },
		...{ field: 'type', label: 'shoe', similarity: 0, usual: 1 },
	};
	const other = { ...product('a'), photos: [{ photoId: 'another', path: '' }] };
	expect(suspicionKey(unlike, other)).not.toBe(suspicionKey(unlike, product('a')));
});
