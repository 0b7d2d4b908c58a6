import { describe, expect, it } from 'vitest';
import { inPlainWords } from '../../../scripts/models/downloadErrors';
import { PrepareError } from '../../../scripts/models/prepareError';

const said = (code: string): unknown =>
	inPlainWords(Object.assign(new Error('x'), { code }), 'weights@1.0.0', 'https://registry.test/');

describe('a failed download', () => {
	it.each([
		['ENOTFOUND', /^No network: .*run it again/],
		['ECONNRESET', /^No network: /],
		['EINTEGRITY', /checksum differs/],
		['ENOSPC', /^The disk is full/],
		['E404', /HTTP 404/],
		['E503', /HTTP 503/],
	])('%s is one sentence about the package', (code, sentence) => {
		const error = said(code);
		expect(error).toBeInstanceOf(PrepareError);
		expect((error as Error).message).toMatch(sentence);
		expect((error as Error).message).toContain('weights@1.0.0');
	});

	it('leaves what it does not know as it is', () => {
		const bug = new TypeError('undefined is not a function');
		expect(inPlainWords(bug, 'weights@1.0.0', 'https://registry.test/')).toBe(bug);
	});
});
