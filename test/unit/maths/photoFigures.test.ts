import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Photo } from '../../../src/domain/product';
import { missingFigures, photoSizes } from '../../../src/maths/photoFigures';
import { photo, product, withPhotos } from './catalogue';

const broken = { code: 'photo-truncated', detail: {} } as const;
const known = (...photos: Photo[]) => new Map(photos.map((each) => [each.id, each]));

describe('what is missing', () => {
	it('is told product by product', () => {
		const products = [
			product('bare'),
			product('titled', { title: 'Shirt' }),
			withPhotos('shown', 'good'),
			withPhotos('half', 'good', 'bad'),
		];
		const figures = missingFigures(
			products,
			known(photo('good'), photo('bad', { problem: broken })),
		);
		expect(figures).toEqual({
			withTitle: ['titled'],
			withoutTitle: ['bare', 'shown', 'half'],
			withPhoto: ['shown', 'half'],
			withoutPhoto: ['bare', 'titled'],
			unreadablePhoto: ['half'],
		});
	});
});

describe('photo sizes', () => {
	const sizesOf = (...photos: Photo[]) =>
		photoSizes(
			photos.map(({ id }) => withPhotos(`of ${id}`, id)),
			known(...photos),
			224,
		);

	it('go by the shorter side; a bar begins with its first number', () => {
		const { bars } = sizesOf(
			photo('tiny', { width: 4000, height: 223 }),
			photo('fits', { width: 224, height: 224 }),
			photo('below', { width: 499, height: 2000 }),
			photo('huge', { width: 2000, height: 2000 }),
			photo('bad', { width: 0, height: 0, problem: broken }),
			photo('new', { width: 0, height: 0 }),
		);
		expect(bars.map(({ photos, productIds }) => [photos, productIds])).toEqual([
			[1, ['of tiny']],
			[2, ['of fits', 'of below']],
			[0, []],
			[0, []],
			[1, ['of huge']],
			[1, ['of bad']],
			[1, ['of new']],
		]);
		expect(bars[0]?.bin).toEqual({ kind: 'side', from: 0, below: 224 });
		expect(bars[4]?.bin).toEqual({ kind: 'side', from: 2000, below: null });
	});

	it('leave out what need not be said', () => {
		expect(sizesOf(photo('good')).bars.map(({ bin }) => bin.kind)).toEqual(
			new Array(5).fill('side'),
		);
	});

	it('count a shared photo once, and open all products that have it', () => {
		const { bars, photos, bytes, largestIn } = photoSizes(
			[withPhotos('a', 'one'), withPhotos('b', 'one', 'two'), withPhotos('c', 'three')],
			known(
				photo('one', { bytes: 500 }),
				photo('two', { bytes: 10 }),
				photo('three', { bytes: 20 }),
			),
			224,
		);
		expect(photos).toBe(3);
		expect(bars[1]).toMatchObject({ photos: 3, productIds: ['a', 'b', 'c'] });
		expect(bytes).toEqual({ total: 530, median: 20, largest: 500 });
		expect(largestIn).toEqual(['a', 'b']);
	});

	it('are nothing without photos', () => {
		const { bytes, photos, largestIn } = photoSizes([product('bare')], new Map(), 224);
		expect({ bytes, photos, largestIn }).toEqual({
			bytes: { total: 0, median: 0, largest: 0 },
			photos: 0,
			largestIn: [],
		});
	});

	it('put every photo into exactly one bar', () => {
		const side = fc.integer({ min: 0, max: 5000 });
		const any = fc.record({ width: side, height: side, problem: fc.constantFrom(null, broken) });
		fc.assert(
			fc.property(fc.array(any), (shapes) => {
				const { bars } = sizesOf(...shapes.map((shape, i) => photo(`${i}`, shape)));
				expect(bars.reduce((sum, { photos }) => sum + photos, 0)).toBe(shapes.length);
				const ids = bars.flatMap(({ productIds }) => productIds);
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids).toHaveLength(shapes.length);
			}),
		);
	});
});
