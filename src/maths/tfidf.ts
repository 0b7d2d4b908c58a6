import type { Vocabulary } from '../domain/textFeatures';

/** What is particular to a language. */
export interface LanguageRules {
	/** `running` and `runs` to `run`. Given lower case. */
	stem(word: string): string;
	/** Too common to say anything, in lower case. */
	stopWords: ReadonlySet<string>;
}

/** Terms of a text, each as often as it occurs. */
export interface Terms {
	/** Stems of words that are no stop words, and of two that stand next to each other, with a space between. */
	words: string[];
	/** Runs of letters within a word, its ends marked by spaces: whatever the language, and through misspellings. */
	letters: string[];
}

/** Lengths of runs of letters. */
const runs = { shortest: 3, longest: 5 };

/** @param text in any language; case, accents' spelling and punctuation do not matter */
export function termsOf(text: string, { stem, stopWords }: LanguageRules): Terms {
	const tokens =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	const stems = tokens.filter((token) => !stopWords.has(token)).map(stem);
	const pairs = stems.slice(1).map((second, at) => `${stems[at]} ${second}`);
	const letters: string[] = [];
	for (const token of tokens) {
		const marked = [...` ${token} `];
		for (let length = runs.shortest; length <= runs.longest; length++)
			for (let start = 0; start + length <= marked.length; start++)
				letters.push(marked.slice(start, start + length).join(''));
	}
	return { words: [...stems, ...pairs], letters };
}

/** Terms that are kept at most, and texts that have to have one for it to be kept. */
export interface VocabularyLimits {
	words: number;
	letters: number;
	leastTexts: number;
}

/** Terms of a vocabulary at most: as wide as the widest photo embedding, so that a head on it is trained as quickly. */
export const widestVocabulary = 2048;
/** Below so many texts a term that one of them has may be all there is to go by. */
const fewTexts = 100;

/** What suits so many texts. */
export function vocabularyLimits(texts: number): VocabularyLimits {
	const half = widestVocabulary / 2;
	return { words: half, letters: half, leastTexts: texts < fewTexts ? 1 : 2 };
}

/**
 * The terms that most texts have, with their smoothed inverse document frequency `ln((1 + n) / (1 + texts)) + 1`
 * (Spärck Jones, 1972, as scikit-learn smooths it). Labels are not looked at, and ties are broken by code unit.
 * @param texts those that are learned from, and no others
 */
export function fitVocabulary(texts: readonly Terms[], limits: VocabularyLimits): Vocabulary {
	const words = mostCommon(
		texts.map((terms) => terms.words),
		limits.words,
		limits.leastTexts,
	);
	const letters = mostCommon(
		texts.map((terms) => terms.letters),
		limits.letters,
		limits.leastTexts,
	);
	const found = [...words, ...letters];
	// Rows need a width: the empty term, which no text has.
	const kept = found.length > 0 ? found : [{ term: '', count: 0 }];
	return {
		terms: kept.map(({ term }) => term),
		words: words.length,
		idf: Float32Array.from(kept, ({ count }) => Math.log((1 + texts.length) / (1 + count)) + 1),
	};
}

function mostCommon(texts: readonly string[][], limit: number, leastTexts: number) {
	const counts = new Map<string, number>();
	for (const terms of texts)
		for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
	return [...counts]
		.map(([term, count]) => ({ term, count }))
		.filter(({ count }) => count >= leastTexts)
		.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
		.slice(0, limit);
}

/** Makes rows of texts. Places are looked up once per vocabulary, not once per text. */
export function tfidfRows({ terms, words, idf }: Vocabulary) {
	const wordAt = new Map(terms.slice(0, words).map((term, at) => [term, at]));
	const lettersAt = new Map(terms.slice(words).map((term, at) => [term, words + at]));
	/**
	 * `(1 + ln count) · idf` of each term; words and letters each of length 1 together, so that the many runs of letters
	 * do not drown the words.
	 * @returns `[terms]`; zeros where it has no term of the vocabulary
	 */
	return (text: Terms): Float32Array => {
		const row = new Float32Array(terms.length);
		add(row, text.words, wordAt, idf);
		add(row, text.letters, lettersAt, idf);
		return row;
	};
}

function add(
	row: Float32Array,
	terms: readonly string[],
	places: ReadonlyMap<string, number>,
	idf: Float32Array,
): void {
	const counts = new Map<number, number>();
	for (const term of terms) {
		const at = places.get(term);
		if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
	}
	const values = [...counts].map(([at, count]): [number, number] => [
		at,
		(1 + Math.log(count)) * (idf[at] as number),
	]);
	const length = Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0));
	for (const [at, value] of values) row[at] = value / length;
}
