import { type EmbeddingStamp, embeddingSetId } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { embeddedItems } from '../storage/embeddings';
import { duplicateGroups } from './duplicateGroups';
import type { Services } from './services';

export interface FoundDuplicates {
	/** A name for the group of each product that has one. */
	groups: ReadonlyMap<string, string>;
	/** Photos that no network has looked at, so that they were compared byte for byte only. */
	notCompared: number;
}

/** Looks for products with photos that are the same, or nearly so, in the whole catalogue. */
export async function findDuplicates(
	services: Pick<Services, 'learn'>,
	input: { products: readonly Product[]; stamp: EmbeddingStamp },
	job: JobContext,
): Promise<FoundDuplicates> {
	const photoIds = new Set(
		input.products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)),
	);
	job.report({ step: 'compare-photos', done: 0, total: photoIds.size });
	const embedded = await embeddedItems(embeddingSetId(input.stamp));
	const groups = await duplicateGroups(services, { ...input, backend: null }, job);
	const notCompared = [...photoIds].filter((id) => !embedded.has(id)).length;
	return { groups, notCompared };
}
