import type { EmbeddingStamp } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { ProductSuggestions, Suggestion } from '../domain/suggestion';
import type { PackedSuggestions, ProductToSuggest } from '../workers/learn.contract';
import type { Services } from './services';

export interface SuggestStamps {
	title: EmbeddingStamp;
	beliefs: EmbeddingStamp;
}

/** Zero-shot suggestions for products whose embeddings are stored. */
export async function suggest(
	services: Services,
	input: { taxonomyId: string; products: ProductToSuggest[]; stamps: SuggestStamps },
	job: JobContext,
): Promise<ProductSuggestions[]> {
	const packed = await services.learn.remote.suggest({ ...input, base: services.base }, job);
	return input.products.map((product, row) => unpack(packed, product.id, row));
}

function unpack(packed: PackedSuggestions, productId: string, row: number): ProductSuggestions {
	const suggestions: Suggestion[] = [];
	for (let rank = 0; rank < packed.perProduct; rank++) {
		const at = row * packed.perProduct + rank;
		const category = packed.categories[at] ?? -1;
		if (category < 0) break;
		suggestions.push({
			category,
			probability: packed.probabilities[at] ?? 0,
			photo: numberOrNull(packed.photo[at]),
			title: numberOrNull(packed.title[at]),
		});
	}
	return { productId, suggestions, evidence: packed.evidence[row] ?? 'none' };
}

function numberOrNull(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}
