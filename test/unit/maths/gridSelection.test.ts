import { expect, it } from 'vitest';
import {
	everything,
	extended,
	nothingSelected,
	only,
	toggled,
} from '../../../src/maths/gridSelection';

const ids = ['a', 'b', 'c', 'd', 'e'];
const list = ({ chosen }: { chosen: ReadonlySet<string> }): string => [...chosen].join('');

it('selects one, more, ranges in both directions from where it began, and all', () => {
	const one = only(ids, 2);
	expect(list(one)).toBe('c');
	expect(list(extended(one, ids, 4))).toBe('cde');
	// Back over the anchor: the other side, not both.
	expect(list(extended(extended(one, ids, 4), ids, 0))).toBe('abc');
	const two = toggled(one, ids, 0);
	expect(list(two)).toBe('ca');
	expect(list(toggled(two, ids, 2))).toBe('a');
	expect(list(everything(ids))).toBe('abcde');
	expect(list(only(ids, 9))).toBe('');
	expect(list(extended(nothingSelected, ids, 1))).toBe('ab');
});
