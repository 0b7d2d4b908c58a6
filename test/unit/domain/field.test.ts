import { describe, expect, it } from 'vitest';
import { labelFrom, labelLevels } from '../../../src/domain/field';

describe('labels as people write them', () => {
	it('are one label in one spelling', () => {
		expect(labelFrom('  T-shirts,  "long"\t👕 ')).toBe('T-shirts, "long" 👕');
		expect(labelFrom('Home & Garden>Plants')).toBe('Home & Garden > Plants');
		expect(labelFrom('Cafe\u0301')).toBe(labelFrom('Caf\u00e9'));
	});

	it('are none when nothing is left', () => {
		expect(['', ' \n ', '>', ' > > '].map(labelFrom)).toEqual([null, null, null, null]);
	});

	it('have levels when they are paths', () => {
		expect(labelLevels('A > B > C')).toEqual(['A', 'B', 'C']);
		expect(labelLevels('A')).toEqual(['A']);
	});
});
