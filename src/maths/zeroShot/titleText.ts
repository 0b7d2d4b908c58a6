import { wordsOf } from './wordForms';

/** A run of words of a title, and how far it stands from where the thing itself is usually named. */
export interface Span {
	/** As in the title. */
	text: string;
	/** Heads: number of the segment. Other spans: words behind it in its segment, plus that number. */
	distance: number;
}

/** Punctuation, and the prepositions behind which a title says what the thing is for, made of or comes with. */
const cut = /[,;:|()[\]\u2013\u2014/]|\s-\s|\s(?:for|with|without|by|from|in|on|at|to|w)\s/i;

/** Segments beyond these could not win: each costs a tenth of the most a head can score. */
const mostSegments = 10;

/** A title's words, cut where a new thought begins. "of" does not cut: "pair of socks". */
export function titleSegments(title: string): string[][] {
	return title
		.split(cut)
		.map(wordsOf)
		.filter((words) => words.length > 0);
}

/** The last word and the last two words of every segment: English noun phrases end in their head. */
export function titleHeads(title: string): Span[] {
	return titleSegments(title)
		.slice(0, mostSegments)
		.flatMap((words, distance) =>
			[1, 2]
				.filter((length) => length <= words.length)
				.map((length) => ({ text: words.slice(-length).join(' '), distance })),
		);
}

/** Every run of one to three words. */
export function titleSpans(title: string): Span[] {
	const spans: Span[] = [];
	for (const [number, words] of titleSegments(title).entries())
		for (let length = 1; length <= Math.min(3, words.length); length++)
			for (let start = 0; start + length <= words.length; start++)
				spans.push({
					text: words.slice(start, start + length).join(' '),
					distance: number + words.length - start - length,
				});
	return spans;
}

/**
 * The texts of a title that must be embedded before it can be scored: the title as it stands, and its heads
 * (in lower case, as the encoder reads them: so that they are shared between titles).
 */
export function titleTexts(title: string): string[] {
	if (title === '') return [];
	const heads = titleHeads(title).map(({ text }) => text.toLowerCase());
	return [...new Set([title, ...heads])];
}
