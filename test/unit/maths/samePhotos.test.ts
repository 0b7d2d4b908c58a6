import { describe, expect, it } from 'vitest';
import { mergedProduct } from '../../../src/maths/mergedProduct';
import { apartBy, photoGroups, samePhotoGroups } from '../../../src/maths/samePhotos';
import { product, withPhotos } from './catalogue';

const products = [
	withPhotos('a', 'x'),
	withPhotos('b', 'x', 'x'),
	withPhotos('c', 'x'),
	withPhotos('d', 'y'),
	withPhotos('e', 'z'),
	product('f'),
];
const nobody = apartBy([]);
const groups = (found: ReadonlyMap<string, string>) => {
	const members = new Map<string, string[]>();
	for (const [id, group] of found) members.set(group, [...(members.get(group) ?? []), id].sort());
	return [...members.values()].sort();
};

describe('products with the same photo', () => {
	it('are grouped by file, and by photos that look the same', () => {
		expect(groups(samePhotoGroups(products, nobody))).toEqual([['a', 'b', 'c']]);
		expect(groups(photoGroups(products, [['x', 'y']], nobody))).toEqual([['a', 'b', 'c', 'd']]);
		expect(groups(photoGroups(products, [['z', 'y']], nobody))).toEqual([
			['a', 'b', 'c'],
			['d', 'e'],
		]);
	});

	it('are not, where a person told them apart', () => {
		expect(groups(samePhotoGroups(products, apartBy([['a', 'b', 'c']])))).toEqual([]);
		// b is still the same as c, though neither is the same as a.
		const apart = apartBy([
			['a', 'b'],
			['a', 'c'],
		]);
		expect(groups(samePhotoGroups(products, apart))).toEqual([['b', 'c']]);
		expect(groups(photoGroups(products, [['y', 'z']], apartBy([['d', 'e']])))).toEqual([
			['a', 'b', 'c'],
		]);
	});

	it('stay together through a third that is the same as both', () => {
		expect(groups(samePhotoGroups(products, apartBy([['b', 'c']])))).toEqual([['a', 'b', 'c']]);
	});
});

it('a product takes over what it lacks of others', () => {
	const kept = product('a', {
		title: '',
		description: 'of a',
		photos: [{ photoId: 'x', path: 'a.jpg' }],
		attributes: { colour: 'red', price: '' },
	});
	const other = product('b', {
		title: 'Shoe',
		description: 'of b',
		photos: [
			{ photoId: 'x', path: 'b.jpg' },
			{ photoId: 'y', path: 'b2.jpg' },
		],
		attributes: { colour: 'blue', price: '9', size: '42' },
	});
	expect(mergedProduct(kept, [other])).toEqual({
		...kept,
		title: 'Shoe',
		photos: [
			{ photoId: 'x', path: 'a.jpg' },
			{ photoId: 'y', path: 'b2.jpg' },
		],
		attributes: { colour: 'red', price: '9', size: '42' },
	});
});
