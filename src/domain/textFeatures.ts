/**
 * What a head knows of a title. `bert`: the embedding of a network that has read much elsewhere. `tfidf`: the title's
 * own words and runs of letters, as they are counted among the products that the head learns from. `words`: vectors of
 * them that are learned from nothing, from those products.
 */
export const textFeatures = ['bert', 'tfidf', 'words'] as const;
export type TextFeatures = (typeof textFeatures)[number];

/** The terms that a head learned to look for, fitted on the titles it learned from and stored with it. */
export interface Vocabulary {
	/** Stems of words and of pairs of words first, then runs of letters; each most common first. */
	terms: string[];
	/** So many of the terms are words. */
	words: number;
	/** `[terms]` inverse document frequency: the rarer, the more a term says. */
	idf: Float32Array;
	/** `[terms, wordDimensions]`, where terms have learned vectors: a row is then their sum. */
	vectors?: Float32Array;
}
