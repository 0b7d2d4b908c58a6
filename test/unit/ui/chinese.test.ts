import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { bytes, list, percent, timeLeft } from '../../../src/ui/quantities';
import { en } from '../../../src/ui/text/en';
import { zh } from '../../../src/ui/text/zh';

function sentences(words: object, path = ''): [key: string, sentence: string][] {
	return Object.entries(words).flatMap(([key, value]) =>
		typeof value === 'string'
			? [[path + key, value] as [string, string]]
			: sentences(value, `${path}${key}.`),
	);
}

const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\{.*?\}\}/g))].sort();

const chinese = new Map(sentences(zh));
const both = sentences(en).flatMap(([key, english]) => {
	const translated = chinese.get(key);
	return translated === undefined ? [] : [{ key, english, translated }];
});

describe('the Chinese words', () => {
	it('have a place for whatever the English sentence has one for', () => {
		const wrong = both.filter(
			({ english, translated }) => `${places(english)}` !== `${places(translated)}`,
		);
		expect(both.length).toBeGreaterThan(1000);
		expect(wrong).toEqual([]);
	});

	it('are Chinese: no half-width punctuation after a Chinese character, no English sentence left over', () => {
		const wrong = both.filter(
			({ english, translated }) =>
				/\p{Script=Han}\s*[,;:?!]/u.test(translated) ||
				(translated === english && /[a-z]+ [a-z]+ [a-z]+/.test(english)),
		);
		expect(wrong.filter(({ key }) => key !== 'stop.modelsCommand')).toEqual([]);
	});
});

describe('numbers, sizes and lists', () => {
	const i18next = createInstance();
	void i18next.init({
		lng: 'zh-Hans',
		resources: { en: { translation: en }, 'zh-Hans': { translation: zh } },
		fallbackLng: 'en',
		initAsync: false,
		showSupportNotice: false,
	});
	const { t } = i18next;

	it('are written as Chinese does, with its one plural form', () => {
		expect(t('figures.products', { count: 1 })).toBe('1 件商品');
		expect(t('figures.products', { count: 12345 })).toBe('12,345 件商品');
		expect(percent(t, 0.851)).toBe('85%');
		expect(timeLeft(t, 200)).toBe('剩余约 3 分钟');
		expect(bytes('zh-Hans', 38_200_000)).toBe('38.2 MB');
		expect(list(t, ['红', '绿', '蓝'])).toBe('红、绿、蓝');
	});
});
