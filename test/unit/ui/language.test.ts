import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../src/ui/language';

describe('the language that a browser asks for', () => {
	it.each([
		[['zh-CN', 'zh', 'en'], 'zh-Hans'],
		[['zh'], 'zh-Hans'],
		[['ZH-hans-SG'], 'zh-Hans'],
		[['en-GB', 'zh-CN'], 'en'],
		[['de-DE', 'zh-CN', 'en'], 'zh-Hans'],
		[['de-DE', 'fr'], 'en'],
		[[], 'en'],
	])('%j is answered in %s', (wanted, language) => {
		expect(languageFor(wanted)).toBe(language);
	});
});
