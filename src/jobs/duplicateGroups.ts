import type { VisionBackend } from '../domain/backends';
import type { EmbeddingStamp } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { connectedGroups } from '../maths/connectedGroups';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

/**
 * Cosine from which two photos count as the same picture: saved anew, scaled, cropped by a hair. Below it, on
 * 1,200 fashion photos, come different products of one series.
 */
export const duplicateCosine = 0.99;

/** Products that share a photo, byte for byte, belong together: a name for each group, by product id. */
export function samePhotoGroups(products: readonly Product[]): Map<string, string> {
	return groupsOf(products, photoOwners(products).samePhoto);
}

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

/** The first product of each photo, and pairs of products that share one. */
function photoOwners(products: readonly Product[]) {
	const owners = new Map<string, number>();
	const samePhoto: number[] = [];
	for (const [index, { photos }] of products.entries())
		for (const { photoId } of photos) {
			const owner = owners.get(photoId);
			if (owner === undefined) owners.set(photoId, index);
			else samePhoto.push(owner, index);
		}
	return { owners, samePhoto };
}

function groupsOf(products: readonly Product[], pairs: readonly number[]): Map<string, string> {
	const groups = connectedGroups(products.length, pairs);
	const paired = new Set(pairs);
	return new Map(
		[...paired].map((index) => {
			const first = products[groups[index] ?? index];
			return [products[index]?.id ?? '', first?.id ?? ''];
		}),
	);
}
