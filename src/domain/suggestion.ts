/** One ranked category for a product. */
export interface Suggestion {
	/** Index into the taxonomy's categories. */
	category: number;
	/**
	 * Calibrated, 0–1: how likely this category is right. Where a doubtful leaf backed off to its sure parent,
	 * which then comes first: how likely the parent or something below it is.
	 */
	probability: number;
	/** What the photo alone and the title alone would have given it, 0–1; `null` without one. */
	photo: number | null;
	title: number | null;
}

/** The suggestions for one product, best first, and what they rest on. */
export interface ProductSuggestions {
	productId: string;
	suggestions: Suggestion[];
	evidence: Evidence;
	/** `false` when the title is in a language that the text encoder does not know; then a photo is trusted instead. */
	titleUnderstood: boolean;
	/** How much the photo counted beside the title, 0–1; only of a head that weighs the one against the other. */
	photoShare?: number;
}

/** `none`: neither a readable photo nor a usable title. */
export type Evidence = 'photo' | 'title' | 'both' | 'none';

/**
 * What a person (or a person's threshold) settled on. `labelled` is never stored: it stands for the label
 * that a product has in the field that is sorted into.
 */
export interface Decision {
	taxonomyId: string;
	productId: string;
	/** The taxonomy's own category id, so that it survives another version of the file. */
	categoryId: string;
	by: 'accepted' | 'corrected' | 'threshold' | 'labelled';
	/** Probability the suggestion had when it was decided; `null` for a correction outside the list. */
	probability: number | null;
	/** Milliseconds since 1970. */
	at: number;
}
