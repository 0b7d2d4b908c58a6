import type { FieldName } from './field';

/**
 * How near two products are. `cosine` of their embeddings' directions; `euclidean` by the distance between the
 * embeddings themselves; `attributes` by the share of columns of the spreadsheet that say the same (Jaccard).
 */
export type SimilarityMeasure = 'cosine' | 'euclidean' | 'attributes';
export const similarityMeasures = ['cosine', 'euclidean', 'attributes'] as const;

/** What products are compared with. */
export interface SimilarQuery {
	/** Products of the catalogue: their mean. */
	productIds: string[];
	/** A photo that no product has: `[dimensions]` of the photo network. */
	photo: Float32Array | null;
	/** Words: `[dimensions]` of the text network. */
	title: Float32Array | null;
}

export interface SimilarSettings {
	measure: SimilarityMeasure;
	/** How much photos count, 0–1; the rest is the titles'. */
	photoWeight: number;
	/** 0: the nearest. Towards 1: the nearest that are unlike each other. */
	diversity: number;
	/** How much counts what people took together with it, 0–1; of no account where that is not known. */
	together: number;
	/** How many are wanted. */
	count: number;
}

/** A product that was found. */
export interface SimilarHit {
	productId: string;
	/** Cosine of photos, −1–1; `null` where one side has none. */
	photo: number | null;
	/** Cosine of titles. */
	title: number | null;
	/** How much people take it together with what is asked about, 0–1; `null` where that is not known. */
	together: number | null;
	/** Share of attributes in common, 0–1; `null` where one side has none. */
	attributes: number | null;
}

/** What a person asks with: products, and a photo or words of their own. */
export interface SimilarRequest {
	productIds: string[];
	photo: File | null;
	words: string;
	settings: SimilarSettings;
	/** Only products with a label of this field, or with this one; `null` for all. */
	among: { field: FieldName; label: string | null } | null;
}

/** Of how many products there is a photo, and a title, that the networks have looked at. */
export interface Searchable {
	photos: number;
	titles: number;
}
