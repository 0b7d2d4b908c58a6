import type { FieldName } from '../../../domain/field';
import type { SimilarityMeasure, SimilarRequest } from '../../../domain/similar';

/** What a person asks for beside products, and how. */
export interface Asked {
	words: string;
	photo: File | null;
	measure: SimilarityMeasure;
	/** 0–100: how much photos count; the rest is the titles'. */
	photoWeight: number;
	/** 0–100 */
	diversity: number;
	/** 0–100: how much counts what people took together. */
	together: number;
	/** Only products with this label of this field; `null` for all. */
	field: FieldName | null;
	label: string | null;
}

export const nothingAsked: Asked = {
	words: '',
	photo: null,
	measure: 'cosine',
	photoWeight: 50,
	diversity: 0,
	together: 0,
	field: null,
	label: null,
};

/** How many are shown. */
const wanted = 24;

/** @param like ids of the products that are asked about @returns `null` while nothing is asked */
export function requestOf(asked: Asked, like: string[]): SimilarRequest | null {
	const { measure, photoWeight, diversity, together, field, label } = asked;
	const words = asked.words.trim();
	if (words === '' && asked.photo === null && like.length === 0) return null;
	return {
		productIds: like,
		photo: asked.photo,
		words,
		settings: {
			// Words and photos of one's own have no columns.
			measure: like.length > 0 ? measure : measure === 'attributes' ? 'cosine' : measure,
			photoWeight: photoWeight / 100,
			// At its most, every second pick is still near.
			diversity: diversity / 200,
			together: together / 100,
			count: wanted,
		},
		among: field !== null && label !== null ? { field, label } : null,
	};
}
