import { type EmbeddingStamp, embeddingSetId } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import type { PhotoPair } from '../maths/samePhotos';
import { embeddedItems } from '../storage/embeddings';
import { photosThatLookSame } from './duplicateGroups';
import type { Services } from './services';

export interface FoundDuplicates {
	/** Photos that look the same. */
	looksSame: readonly PhotoPair[];
	/** Photos that no network has looked at, so that they were compared byte for byte only. */
	notCompared: number;
}

/** Looks for photos that are nearly the same in the whole catalogue. */
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
	const looksSame = await photosThatLookSame(services, { ...input, backend: null }, job);
	const notCompared = [...photoIds].filter((id) => !embedded.has(id)).length;
	return { looksSame, notCompared };
}
