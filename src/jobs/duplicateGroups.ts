import type { VisionBackend } from '../domain/backends';
import type { EmbeddingStamp } from '../domain/embedding';
import type { InputBlock } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import {
	type Apart,
	apartBy,
	type PhotoPair,
	photoGroups,
	samePhotoGroups,
} from '../maths/samePhotos';
import { setting } from '../storage/settings';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

/**
 * Cosine from which two photos count as the same picture: saved anew, scaled, cropped by a hair. Below it, on
 * 1,200 fashion photos, come different products of one series.
 */
export const duplicateCosine = 0.99;

interface DuplicatesInput {
	products: readonly Product[];
	stamp: EmbeddingStamp;
	backend: VisionBackend | null;
}

/** Pairs of different photos that are nearly the same by their embeddings. */
export async function photosThatLookSame(
	services: Pick<Services, 'learn'>,
	{ products, stamp, backend }: DuplicatesInput,
	job: JobContext,
): Promise<PhotoPair[]> {
	const photoIds = [
		...new Set(products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId))),
	];
	const { pairs } = await services.learn.remote.duplicates(
		{ photoIds, stamp, threshold: duplicateCosine, backend: backend ?? learnBackend() },
		job,
	);
	return Array.from({ length: pairs.length / 2 }, (_, i) => [
		photoIds[pairs[2 * i] ?? 0] ?? '',
		photoIds[pairs[2 * i + 1] ?? 0] ?? '',
	]);
}

/** What a person has said not to be the same. */
export async function toldApart(): Promise<Apart> {
	return apartBy(Object.values((await setting('toldApart')) ?? {}));
}

/** Products that share a photo, or have photos that are nearly the same, but for those told apart. */
export async function duplicateGroups(
	services: Pick<Services, 'learn'>,
	input: DuplicatesInput,
	job: JobContext,
): Promise<Map<string, string>> {
	const looksSame = await photosThatLookSame(services, input, job);
	return photoGroups(input.products, looksSame, await toldApart());
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
		: samePhotoGroups(products, await toldApart());
}
