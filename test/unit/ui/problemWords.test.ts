import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../src/domain/errors';
import { noteCodes } from '../../../src/domain/product';
import { problemWords } from '../../../src/ui/errorMessages';
import { i18next } from '../../../src/ui/text/i18n';

describe('problemWords', () => {
	it.each([...errorCodes, ...noteCodes])('%s is a sentence even without any detail', (code) => {
		const { sentence, remedy } = problemWords(i18next.t, { code, detail: {} });
		expect(sentence).toMatch(/^[A-Z?].+[.:]? ?$/);
		expect(`${sentence} ${remedy}`).not.toMatch(/\{\{|undefined|problems\./);
	});

	it('names the file without its folders', () => {
		const { sentence } = problemWords(i18next.t, {
			code: 'photo-empty',
			detail: { file: 'shop/shoes/red & blue.jpg' },
		});
		expect(sentence).toBe('red & blue.jpg is empty: it has no bytes in it.');
	});

	it('names the lines of a table', () => {
		const { sentence } = problemWords(i18next.t, {
			code: 'csv-row-malformed',
			detail: { file: 'a.csv', lines: '3, 7' },
		});
		expect(sentence).toContain('a.csv, line 3, 7:');
	});
});
