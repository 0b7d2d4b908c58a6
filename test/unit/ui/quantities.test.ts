import { describe, expect, it } from 'vitest';
import { difference, pValue } from '../../../src/ui/quantities';
import { i18next } from '../../../src/ui/text/i18n';

describe('a difference between two answers', () => {
	it.each([
		[0, '0'],
		[1.5e-9, 'less than 0.000001'],
		[1e-6, '0.000001'],
		[0.0000028, '0.0000028'],
		[0.00123, '0.0012'],
	])('%d is %s', (value, words) => {
		expect(difference(i18next.t, 'en', value)).toBe(words);
	});
});

describe('a p-value', () => {
	it.each([
		[0, '< 0.001'],
		[1e-12, '< 0.001'],
		[0.001, '= 0.001'],
		[0.0371, '= 0.037'],
		[1, '= 1'],
	])('of %d says %s', (value, words) => {
		expect(pValue('en', value)).toBe(words);
	});
});
