import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitVocabulary, termsOf, tfidfRows, vocabularyLimits } from '../../../src/maths/tfidf';

const rules = {
	stem: (word: string) => word.replace(/s$/, ''),
	stopWords: new Set(['the', 'for']),
};
const of = (text: string) => termsOf(text, rules);

describe('the terms of a title', () => {
	it('are stems without stop words, pairs of them, and runs of letters with marked ends', () => {
		const { words, letters } = of('The Shoes, for MEN');
		expect(words).toEqual(['shoe', 'men', 'shoe men']);
		expect(letters).toContain(' sh');
		expect(letters).toContain('en ');
		expect(letters).toContain(' men ');
		// Of a word's own letters; never across two words.
		expect(letters.some((run) => run.trim().includes(' '))).toBe(false);
		expect(letters.every((run) => run.length >= 3 && run.length <= 5)).toBe(true);
	});

	it('are the same however the letters are spelt, and there in any script', () => {
		expect(of('Café')).toEqual(of('CAFE\u0301'));
		expect(of('红色 连衣裙').words).toEqual(['红色', '连衣裙', '红色 连衣裙']);
		expect(of('!?')).toEqual({ words: [], letters: [] });
	});
});

describe('a vocabulary', () => {
	const texts = ['red shoe', 'red shirt', 'blue shirt'].map(of);

	it('keeps what enough texts have, most common first, and weighs the rare up', () => {
		const { terms, words, idf } = fitVocabulary(texts, { words: 3, letters: 0, leastTexts: 1 });
		expect(terms).toEqual(['red', 'shirt', 'blue']);
		expect(words).toBe(3);
		// ln(4 / 3) + 1 twice, ln(4 / 2) + 1.
		expect(idf[0]).toBeCloseTo(1.28768, 5);
		expect(idf[1]).toBeCloseTo(1.28768, 5);
		expect(idf[2]).toBeCloseTo(1.69315, 5);
		expect(fitVocabulary(texts, { words: 9, letters: 0, leastTexts: 2 }).terms).toEqual([
			'red',
			'shirt',
		]);
	});

	it('makes rows: what is common to all says least, and what is unknown says nothing', () => {
		const row = tfidfRows(fitVocabulary(texts, { words: 3, letters: 0, leastTexts: 1 }));
		// Blue beside a shirt: 1.69315 and 1.28768, over their length 2.12719.
		const blueShirt = row(of('blue shirt'));
		expect(blueShirt[1]).toBeCloseTo(0.60534, 4);
		expect(blueShirt[2]).toBeCloseTo(0.79596, 4);
		// Red twice counts 1 + ln 2 times, which is all there is: length 1.
		expect([...row(of('red red trousers'))]).toEqual([1, 0, 0]);
		expect([...row(of('trousers'))]).toEqual([0, 0, 0]);
	});

	it('has a term even where there is no text, so that rows have a width', () => {
		const empty = fitVocabulary([], vocabularyLimits(0));
		expect([...tfidfRows(empty)(of('anything'))]).toEqual([0]);
	});

	it('gives rows whose words, and whose letters, have length 1 or none at all', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 8 }), (titles) => {
				const terms = titles.map(of);
				const vocabulary = fitVocabulary(terms, { words: 20, letters: 20, leastTexts: 1 });
				const row = tfidfRows(vocabulary);
				for (const text of terms) {
					const values = row(text);
					for (const part of [values.slice(0, vocabulary.words), values.slice(vocabulary.words)]) {
						const square = part.reduce((sum, value) => sum + value * value, 0);
						expect(Math.min(square, Math.abs(square - 1))).toBeLessThan(1e-5);
					}
				}
			}),
		);
	});
});
