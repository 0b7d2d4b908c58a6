import type { EmbeddingStamp } from '../domain/embedding';
import type { KnowledgeEntry, TaxonomyEntry } from '../domain/models';
import type { Evidence } from '../domain/suggestion';
import type { Taxonomy } from '../domain/taxonomy';
import type { Method } from './rpc';

/** A product as the scorer needs it. */
export interface ProductToSuggest {
	id: string;
	/** Empty without one. Its rows are stored under the hashes of `titleTexts`. */
	title: string;
	photoIds: string[];
}

/** `perProduct` suggestions for each product, best first, packed. */
export interface PackedSuggestions {
	perProduct: number;
	/** `[n, perProduct]` indices into the taxonomy's categories; −1 pads. */
	categories: Int32Array;
	/** `[n, perProduct]`, 0–1; of a category that was backed off to, with everything below it. */
	probabilities: Float32Array;
	/** `[n, perProduct]`, 0–1; NaN where there is no photo (or no title that is trusted). */
	photo: Float32Array;
	title: Float32Array;
	/** `[n]` */
	evidence: Evidence[];
	/** `[n]`, 0 where the title is in a language that the encoder does not know. */
	titleUnderstood: Uint8Array;
}

/** What everything rests on that has to do with meaning. `base` is the app's absolute URL. */
interface Meaning {
	knowledge: KnowledgeEntry;
	base: string;
}

/** Methods of the learn worker that need no training. */
export type SuggestContract = {
	/**
	 * Zero-shot suggestions from stored rows. `prepared` is the taxonomy's entry, `null` for a list of the
	 * user's. From `sureAt` on, a category stands for everything below it and comes first, unless it is the
	 * best itself; `null` only ranks. Reports progress in products. Rejects `model-missing`, `model-damaged`.
	 */
	suggest: Method<
		Meaning & {
			taxonomyId: string;
			prepared: TaxonomyEntry | null;
			products: ProductToSuggest[];
			stamps: { title: EmbeddingStamp; beliefs: EmbeddingStamp };
			perProduct: number;
			sureAt: number | null;
		},
		PackedSuggestions
	>;
	/** The texts that must be embedded before a list of the user's can be used, each once. */
	listTexts: Method<Meaning & { taxonomy: Taxonomy }, { texts: string[] }>;
	/**
	 * Works out what the list's names mean and which photos go with them, and stores the list. `vectors` is
	 * `[texts, d]`; mark its buffer with `transfer`. Rejects `storage-full`.
	 */
	buildList: Method<
		Meaning & { taxonomy: Taxonomy; texts: string[]; vectors: Float32Array },
		{ categories: number }
	>;
};
