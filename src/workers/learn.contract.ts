import type { EmbeddingStamp } from '../domain/embedding';
import type { Evidence } from '../domain/suggestion';
import type { HeadsContract } from './heads.contract';
import type { Method } from './rpc';

/** A product as the scorer needs it. */
export interface ProductToSuggest {
	id: string;
	/** Row of the title's embedding; `null` without a title or in a language the encoder does not know. */
	titleId: string | null;
	/** The title itself, for the words it shares with category names. */
	title: string;
	photoIds: string[];
}

/** `perProduct` suggestions for each product, best first, packed. */
export interface PackedSuggestions {
	perProduct: number;
	/** `[n, perProduct]` indices into the taxonomy's categories; −1 pads. */
	categories: Int32Array;
	/** `[n, perProduct]`, 0–1. */
	probabilities: Float32Array;
	/** `[n, perProduct]`, 0–1; NaN where there is no photo (or title). */
	photo: Float32Array;
	title: Float32Array;
	/** `[n]` */
	evidence: Evidence[];
}

export type LearnContract = HeadsContract & {
	/** Zero-shot suggestions from stored embeddings: no training. Reports progress in products. */
	suggest: Method<
		{
			taxonomyId: string;
			products: ProductToSuggest[];
			stamps: { title: EmbeddingStamp; beliefs: EmbeddingStamp };
			base: string;
		},
		PackedSuggestions
	>;
};
