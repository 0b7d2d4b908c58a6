/** The singular of one English word by its ending; words that only look plural (glass, bus, tennis) stay. */
export function singularWord(word: string): string {
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (word.length > 4 && /(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
	if (word.length > 2 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
	return word;
}

/** Lower case with the last word, the head of an English noun phrase, in the singular: "Casual Shoes" → "casual shoe". */
export function singularPhrase(phrase: string): string {
	const words = phrase.toLowerCase().split(' ');
	words.push(singularWord(words.pop() ?? ''));
	return words.join(' ');
}

/** The name under which the lexicon keeps a lemma: "T-Shirt", "t shirt" and "tshirt" are one. */
export function lemmaKey(text: string): string {
	return text.toLowerCase().replace(/[ \-'.]/g, '');
}

/** Lower-case words of letters and digits in the singular, to compare words by; "t-shirt's" is one. */
export function tokens(text: string): string[] {
	const bare = text.toLowerCase().replace(/['-]/g, '');
	return (bare.match(/[a-z0-9]+/g) ?? []).map(singularWord);
}

/** Runs of characters with at least one letter. */
const word = /[A-Za-z0-9&'.-]*[A-Za-z][A-Za-z0-9&'.-]*/g;

/** The words of a text as they stand in it; numbers alone are none. */
export function wordsOf(text: string): string[] {
	return text.match(word) ?? [];
}
