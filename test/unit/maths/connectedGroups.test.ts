import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedGroups } from '../../../src/maths/connectedGroups';

describe('connected groups', () => {
	it('join what is connected through others, and nothing else', () => {
		expect([...connectedGroups(6, [4, 1, 5, 4])]).toEqual([0, 1, 2, 3, 1, 1]);
	});

	it('do not depend on the order of pairs', () => {
		const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 15 });
		fc.assert(
			fc.property(pairs, (list) => {
				const backwards = [...list].reverse().map(([a, b]) => [b, a]);
				expect(connectedGroups(10, backwards.flat())).toEqual(connectedGroups(10, list.flat()));
				const groups = connectedGroups(10, list.flat());
				for (const [a, b] of list) expect(groups[a]).toBe(groups[b]);
			}),
		);
	});
});
