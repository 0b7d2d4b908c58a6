import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isMovementKey,
	type MovementKey,
	movedIndex,
	nextIndex,
} from '../../../src/maths/gridMovement';

const shape = { count: 10, columns: 4, pageRows: 2 };
const keys: MovementKey[] = [
	'ArrowLeft',
	'ArrowRight',
	'ArrowUp',
	'ArrowDown',
	'Home',
	'End',
	'PageUp',
	'PageDown',
];

describe('movedIndex', () => {
	it.each<[MovementKey, number, number]>([
		['ArrowRight', 3, 4],
		['ArrowRight', 9, 9],
		['ArrowLeft', 4, 3],
		['ArrowLeft', 0, 0],
		['ArrowDown', 1, 5],
		['ArrowDown', 7, 9],
		['ArrowDown', 9, 9],
		['ArrowUp', 5, 1],
		['ArrowUp', 2, 2],
		['PageDown', 1, 9],
		['PageUp', 9, 1],
		['Home', 7, 0],
		['End', 2, 9],
	])('%s from %i leads to %i', (key, from, to) => {
		expect(movedIndex(key, from, shape)).toBe(to);
	});

	it('never leaves the grid', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...keys),
				fc.integer({ min: 1, max: 200 }),
				fc.integer({ min: 1, max: 8 }),
				fc.integer({ min: 1, max: 9 }),
				fc.nat(),
				(key, count, columns, pageRows, seed) => {
					const to = movedIndex(key, seed % count, { count, columns, pageRows });
					expect(to).toBeGreaterThanOrEqual(0);
					expect(to).toBeLessThan(count);
				},
			),
		);
	});

	it('knows its keys', () => {
		expect(keys.every(isMovementKey)).toBe(true);
		expect(isMovementKey('Enter')).toBe(false);
	});
});

describe('nextIndex', () => {
	it('looks ahead first and then starts over', () => {
		expect(nextIndex(3, 6, (index) => index === 5 || index === 1)).toBe(5);
		expect(nextIndex(5, 6, (index) => index === 5 || index === 1)).toBe(1);
	});

	it('never answers with the place it started from', () => {
		expect(nextIndex(2, 6, (index) => index === 2)).toBeNull();
		expect(nextIndex(0, 1, () => true)).toBeNull();
	});
});
