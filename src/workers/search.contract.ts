import type { InputBlock } from '../domain/head';
import type { Blends, Interactions } from '../domain/interactions';
import type { SimilarHit, SimilarQuery, SimilarSettings } from '../domain/similar';
import type { Neighbourhood } from '../maths/suspicious/neighbourhood';
import type { ProductToClassify } from './heads.contract';
import type { Method } from './rpc';

/** Where a product's embeddings lie, and what its row in the spreadsheet says. */
export interface ProductToSearch extends ProductToClassify {
	/** `colour=red` and the like. */
	attributes: string[];
}

export type SearchContract = {
	/**
	 * Reads the embeddings of these products and keeps them in 8 bits for `nearest`, until the next call.
	 * @returns of how many products there is something to compare
	 */
	open: Method<
		{
			products: ProductToSearch[];
			photos: InputBlock;
			titles: InputBlock;
			/** Who took what, if that is known. */
			interactions: Interactions | null;
		},
		{ photos: number; titles: number }
	>;
	/**
	 * The products nearest to a query, nearest first; never those that are asked about. Rejects `worker-died` when
	 * nothing is open.
	 */
	nearest: Method<
		{
			query: SimilarQuery;
			settings: SimilarSettings;
			/** `[products]`: 1 for those that may be found; `null` for all. */
			among: Uint8Array | null;
		},
		{ hits: SimilarHit[] }
	>;
	/** What blends of content and "taken together" are worth. Reports progress in percent of the people asked about. */
	blends: Method<{ seed: number }, Blends>;
	/**
	 * The surroundings of every product. `labels` `[products]`: index of each one's label, −1 without one. Reports
	 * progress in products. Rejects `worker-died` when nothing is open.
	 */
	neighbourhood: Method<{ labels: Int32Array; seed: number }, Neighbourhood>;
};
