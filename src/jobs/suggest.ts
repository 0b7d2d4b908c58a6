import type { EmbeddingStamp } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { ProductSuggestions, Suggestion } from '../domain/suggestion';
import type { PackedSuggestions, ProductToSuggest } from '../workers/suggest.contract';
import type { Services } from './services';
import { knowledgeOf, preparedTaxonomies } from './taxonomies';

export interface SuggestStamps {
	title: EmbeddingStamp;
	beliefs: EmbeddingStamp;
}

interface Input {
	manifest: ModelsManifest;
	taxonomyId: string;
	products: ProductToSuggest[];
	stamps: SuggestStamps;
	/** Probability from which a category may stand for everything below it; `null` never. */
	sureAt?: number | null;
}

export const perProduct = 5;
/** Of the fashion catalogue, 94 % of what is as sure as this is right or above what is right (docs/zero-shot.md). */
export const usuallySure = 0.6;

/** Zero-shot suggestions for products whose embeddings are stored. */
export async function suggest(
	services: Services,
	{ manifest, taxonomyId, products, stamps, sureAt = usuallySure }: Input,
	job: JobContext,
): Promise<ProductSuggestions[]> {
	const prepared = preparedTaxonomies(manifest).find(({ id }) => id === taxonomyId) ?? null;
	const packed = await services.learn.remote.suggest(
		{
			knowledge: knowledgeOf(manifest),
			base: services.base,
			taxonomyId,
			prepared,
			products,
			stamps,
			perProduct,
			sureAt,
		},
		job,
	);
	return products.map((product, row) => unpack(packed, product.id, row));
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
	return {
		productId,
		suggestions,
		evidence: packed.evidence[row] ?? 'none',
		titleUnderstood: packed.titleUnderstood[row] !== 0,
	};
}

function numberOrNull(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}
