import { describe, expect, it } from 'vitest';
import type { LabelAssignment } from '../../../src/domain/field';
import {
	contradictoryGroups,
	duplicateGroupList,
	labelsOfGroup,
} from '../../../src/maths/duplicateFigures';
import { product } from './catalogue';

const products = [
	product('a', { title: 'Shirt' }),
	product('b', { title: 'Shirt' }),
	product('c'),
	product('d'),
	product('e', { title: 'Shoe' }),
	product('f', { title: 'Boot' }),
	product('alone'),
];
/** a and b are one file, c and d another, which e looks like; what f looked like is gone. */
const same = new Map([
	['a', 'a'],
	['b', 'a'],
	['c', 'c'],
	['d', 'c'],
]);
const near = new Map([...same, ['e', 'c'], ['f', 'f'], ['gone', 'f']]);

const label = (productId: string, label: string): [string, LabelAssignment] => [
	productId,
	{ field: 'type', productId, label, by: 'grid', at: 0 },
];

describe('duplicates', () => {
	const groups = duplicateGroupList(products, near, same);

	it('stand in groups of at least two, the largest first', () => {
		expect(groups).toEqual([
			{ productIds: ['c', 'd', 'e'], kind: 'near', sameTitle: false },
			{ productIds: ['a', 'b'], kind: 'same', sameTitle: true },
		]);
	});

	it('contradict each other when two labels lie on one photo', () => {
		const labels = new Map([
			label('a', 'shirt'),
			label('b', 'shirt'),
			label('c', 'x'),
			label('e', 'y'),
		]);
		expect(contradictoryGroups(groups, labels)).toEqual([groups[0]]);
		expect(labelsOfGroup({ productIds: ['c', 'd', 'e'] }, labels)).toEqual(['x', 'y']);
	});

	it('do not contradict each other when only one has a label', () => {
		expect(contradictoryGroups(groups, new Map([label('a', 'shirt'), label('d', 'x')]))).toEqual(
			[],
		);
	});
});
