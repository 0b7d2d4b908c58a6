import { describe, expect, it } from 'vitest';
import { mayReloadForIsolation } from '../../../src/state/isolation';

const fresh = { isolated: false, touched: false, busy: false, tried: false };

describe('a reload for the sake of isolation', () => {
	it('happens on a page nobody has touched yet', () => {
		expect(mayReloadForIsolation(fresh)).toBe(true);
	});

	it.each(Object.keys(fresh))('does not happen when the page is %s', (what) => {
		expect(mayReloadForIsolation({ ...fresh, [what]: true })).toBe(false);
	});
});
