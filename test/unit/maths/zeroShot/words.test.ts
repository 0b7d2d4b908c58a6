import { describe, expect, it } from 'vitest';
import { categoryParts } from '../../../../src/maths/zeroShot/categoryParts';
import { Lexicon } from '../../../../src/maths/zeroShot/lexicon';
import { titleHeads, titleSpans, titleTexts } from '../../../../src/maths/zeroShot/titleText';
import { lemmaKey, singularPhrase, tokens } from '../../../../src/maths/zeroShot/wordForms';
import golden from './fixtures/words.json';

/* The expected values come from the research's Python, which these functions must follow to the letter. */

describe('words and names', () => {
	it.each(Object.entries(golden.parts))('cuts "%s" into its parts', (name, parts) => {
		expect(categoryParts(name)).toEqual(parts);
	});

	it('always leaves a part', () => {
		for (const name of ['(only this)', '&', '  ', 'A/B', ', ,'])
			expect(categoryParts(name).length).toBeGreaterThan(0);
	});

	it.each(Object.entries(golden.singular))('knows the singular of "%s"', (plural, singular) => {
		expect(singularPhrase(plural)).toBe(singular);
	});

	it.each(Object.entries(golden.tokens))('reads the words of "%s"', (text, words) => {
		expect(tokens(text)).toEqual(words);
	});

	it.each(Object.entries(golden.heads))('finds the heads of "%s"', (title, heads) => {
		expect(titleHeads(title).map(({ distance, text }) => [distance, text])).toEqual(heads);
	});

	it.each(Object.entries(golden.spans))('finds the spans of "%s"', (title, spans) => {
		expect(titleSpans(title).map(({ distance, text }) => [distance, text])).toEqual(spans);
	});

	it('asks for the title and its heads, each once and the heads in lower case', () => {
		expect(titleTexts('Blue Running Shoes, Shoes')).toEqual([
			'Blue Running Shoes, Shoes',
			'shoes',
			'running shoes',
		]);
		expect(titleTexts('')).toEqual([]);
		expect(titleTexts('红色跑鞋')).toEqual(['红色跑鞋']);
	});

	it('does not ask for hundreds of texts because of one title', () => {
		expect(titleTexts('red, '.repeat(1000) + 'a'.repeat(5000)).length).toBeLessThan(30);
		expect(titleTexts(Array.from({ length: 500 }, (_, i) => `w${i}`).join(', ')).length).toBe(11);
	});
});

describe('the lexicon', () => {
	const { names, hypernyms, thousandths, index } = golden.lexicon;
	const lexicon = new Lexicon({
		names,
		hypernyms,
		information: Float64Array.from(thousandths, (value) => value / 1000),
		index: new Map(Object.entries(index)),
	});

	it.each(Object.entries(golden.senses))('knows what "%s" may mean', (word, senses) => {
		expect(lexicon.senses(lemmaKey(word))).toEqual(senses);
	});

	it.each(golden.similarity as [number, number, number][])(
		'tells how alike senses %i and %i are',
		(a, b, similarity) => {
			expect(lexicon.similarity(a, b)).toBeCloseTo(similarity, 5);
			expect(lexicon.similarity(b, a)).toBeCloseTo(similarity, 5);
		},
	);

	it('links a name by its longest known end', () => {
		const shoes = lexicon.senses('shoe');
		expect(lexicon.link('Formal Shoes')).toEqual({ senses: shoes, share: 0.5 });
		expect(lexicon.link('Shoes')).toEqual({ senses: shoes, share: 1 });
		expect(lexicon.link('Zorble')).toEqual({ senses: [], share: 0 });
	});
});
