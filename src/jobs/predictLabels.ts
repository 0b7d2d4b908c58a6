import type { TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import type { ProductSuggestions, Suggestion } from '../domain/suggestion';
import type { Taxonomy } from '../domain/taxonomy';
import type { PackedPredictions } from '../workers/heads.contract';
import { toClassify } from './labelledProducts';
import type { Services } from './services';
import { perProduct, usuallySure } from './suggest';

interface Input {
	head: TrainedHead;
	/** Of the head's field (maths/fieldTaxonomy.ts): what suggestions point into. */
	taxonomy: Taxonomy;
	products: Product[];
}

/** A trained head's suggestions for products whose embeddings are stored. */
export async function predictLabels(
	services: Pick<Services, 'learn'>,
	{ head, taxonomy, products }: Input,
	job: JobContext,
): Promise<ProductSuggestions[]> {
	const packed = await services.learn.remote.predict(
		{
			model: head.model,
			products: products.map(toClassify),
			ranks: perProduct,
			sureAt: usuallySure,
		},
		job,
	);
	const categoryOf = new Map(taxonomy.categories.map(({ id }, index) => [id, index]));
	return products.map(({ id }, row) => {
		const photoShare = packed.photoShares?.[row];
		return {
			productId: id,
			suggestions: unpack(packed, row, categoryOf),
			evidence: packed.evidence[row] ?? 'none',
			// A head learns what words mean in the titles it is given, whatever their language.
			titleUnderstood: true,
			...(photoShare !== undefined && { photoShare }),
		};
	});
}

function unpack(
	{ ranks, nodes, ranked, probabilities }: PackedPredictions,
	row: number,
	categoryOf: ReadonlyMap<string, number>,
): Suggestion[] {
	const suggestions: Suggestion[] = [];
	for (let at = row * ranks; at < (row + 1) * ranks; at++) {
		const category = categoryOf.get(nodes[ranked[at] ?? -1] ?? '');
		if (category === undefined) break;
		suggestions.push({ category, probability: probabilities[at] ?? 0, photo: null, title: null });
	}
	return suggestions;
}
