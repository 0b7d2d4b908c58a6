import type { Lexicon } from './lexicon';
import { lemmaKey } from './wordForms';

/** What a language detector says of a text. */
export interface LanguageGuess {
	/** ISO 639-1, empty when it cannot tell. */
	language: string;
	/** How much better the best language does than English. */
	ahead: number;
}

/** Best title score from which something in the title was understood, whatever its language. */
const understoodScore = 1.4;

/**
 * Whether the text encoder, which knows English, can make anything of a title. Titles are short and full of
 * brands, so a detector alone flags many English ones: it is asked last, and believed only where the lexicon
 * knows few of the words and nothing matched.
 * @param bestScore of any category, from `TitleScorer.score`
 * @param guess asked only when it decides
 */
export async function isUnderstood(
	title: string,
	bestScore: number,
	lexicon: Lexicon,
	guess: (text: string) => Promise<LanguageGuess>,
): Promise<boolean> {
	const letters = title.match(/\p{L}/gu) ?? [];
	const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
	if (letters.length > 0 && 1 - latin / letters.length > 0.3) return false;
	if (bestScore >= understoodScore) return true;
	const words = (title.match(/[\p{L}\p{M}'’-]+/gu) ?? []).filter((word) => [...word].length > 1);
	if (words.length === 0) return true;
	if (share(words, (word) => /[^\0-\x7F]/.test(word.replaceAll('’', ''))) >= 0.25) return false;
	if (words.length < 3 || share(words, (word) => isKnown(lexicon, word)) >= 0.6) return true;
	const { language, ahead } = await guess(title);
	return language === 'en' || ahead <= 0.03;
}

function isKnown(lexicon: Lexicon, word: string): boolean {
	const key = lemmaKey(word);
	return (
		lexicon.knows(key) ||
		lexicon.knows(key.replace(/s$/, '')) ||
		lexicon.knows(key.replace(/es$/, ''))
	);
}

function share(words: string[], test: (word: string) => boolean): number {
	return words.filter(test).length / words.length;
}
