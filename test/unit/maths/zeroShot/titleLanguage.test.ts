import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eld } from 'eld/small';
import { describe, expect, it, vi } from 'vitest';
import { modelsRoot } from '../../../../scripts/models/places';
import { readLexicon } from '../../../../src/formats/lexiconText';
import { Lexicon } from '../../../../src/maths/zeroShot/lexicon';
import { isUnderstood } from '../../../../src/maths/zeroShot/titleLanguage';

const read = (name: string): string => readFileSync(join(modelsRoot, 'knowledge', name), 'utf8');
const lexicon = new Lexicon(
	readLexicon({ senses: read('senses.txt'), lemmas: read('lemmas.txt') }),
);

/** As learning/suggest/language.ts asks it. */
async function guess(text: string) {
	const result = eld.detect(text);
	const scores = result.getScores();
	return {
		language: result.language,
		ahead: Math.max(0, ...Object.values(scores)) - (scores.en ?? 0),
	};
}

/** As if nothing in the title named a category. */
const nothingMatched = 0.5;

describe('titles that the encoder does not know the language of', () => {
	it.each([
		'红色跑鞋 男士',
		'Красные кроссовки мужские',
		'حذاء رياضي أحمر',
		'Rote Laufschuhe für Herren, wasserdicht',
		'Chaussures de course légères pour hommes',
		'Zapatillas deportivas rojas para hombre',
		'Scarpe da corsa rosse da uomo',
	])('%s', async (title) => {
		expect(await isUnderstood(title, nothingMatched, lexicon, guess)).toBe(false);
	});

	it.each([
		'Running shoes for men',
		'Fabindia Women Printed Blue Kurta',
		'Nike Air Max 90',
		'XJ-4420',
		'👟👟',
		'12345',
	])('but not %s', async (title) => {
		expect(await isUnderstood(title, 1.2, lexicon, guess)).toBe(true);
	});

	it('does not load a detector where a category is named, or the script tells', async () => {
		const asked = vi.fn(guess);
		expect(await isUnderstood('Café crème mug', 2, lexicon, asked)).toBe(true);
		expect(await isUnderstood('Zapatos sandals rojos para hombre', 2, lexicon, asked)).toBe(true);
		expect(await isUnderstood('красные сандалии', 2, lexicon, asked)).toBe(false);
		expect(asked).not.toHaveBeenCalled();
	});
});
