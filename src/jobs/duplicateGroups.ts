import type { VisionBackend } from '../domain/backends';
import type { EmbeddingStamp } from '../domain/embedding';
import type { InputBlock } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { groupsOf, photoOwners, samePhotoGroups } from '../maths/samePhotos';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

/**
 * Cosine from which two photos count as the same picture: saved anew, scaled, cropped by a hair. Below it, on
 * 1,200 fashion photos, come different products of one series.
 */
export const duplicateCosine = 0.99;

/** Products that share a photo, or have photos that are nearly the same by their embeddings. */
export async function duplicateGroups(
	services: Pick<Services, 'learn'>,
	input: { products: readonly Product[]; stamp: EmbeddingStamp; backend: VisionBackend | null },
	job: JobContext,
): Promise<Map<string, string>> {
	const { products, stamp } = input;
	const backend = input.backend ?? learnBackend();
	const { owners, samePhoto } = photoOwners(products);
	const photoIds = [...owners.keys()];
	const { pairs } = await services.learn.remote.duplicates(
		{ photoIds, stamp, threshold: duplicateCosine, backend },
		job,
	);
	const nearlySame = Array.from(pairs, (at) => owners.get(photoIds[at] ?? '') ?? 0);
	return groupsOf(products, [...samePhoto, ...nearlySame]);
}

/** The same for heads with these inputs: told by their first photo network, or by bytes alone where there is none. */
export async function inputGroups(
	services: Pick<Services, 'learn'>,
	input: {
		products: readonly Product[];
		inputs: readonly InputBlock[];
		backend: VisionBackend | null;
	},
	job: JobContext,
): Promise<ReadonlyMap<string, string>> {
	const { products, inputs, backend } = input;
	const photos = inputs.find(({ source }) => source === 'photo');
	return photos
		? duplicateGroups(services, { products, stamp: photos.stamp, backend }, job)
		: samePhotoGroups(products);
}
