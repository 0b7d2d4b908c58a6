import type { Attention, FeatureMap, PlaceMap } from '../domain/attention';
import type { Augmentation } from '../domain/augmentation';
import { AppError } from '../domain/errors';
import { assertAccepts } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import { activationMap, addedMaps, mapOnPhoto, mirroredMap } from '../maths/activationMap';
import { headById } from '../storage/heads';
import { photo as storedPhoto } from '../storage/photos';
import type { Networks } from './embedInputs';
import { preparedStamps, toClassify } from './labelledProducts';
import { photoEntry } from './modelEntries';
import type { Services } from './services';

export interface AttentionInput {
	headId: string;
	product: Product;
	/** One of the product's. */
	photoId: string;
	networks: Pick<Networks, 'withPhotoEngine'>;
}

const ranks = 3;
/** Longer side of a map: finer than any grid, and small enough to be drawn at once. */
const mapSide = 112;

/**
 * What a head looked at in a photo: class activation maps of its most probable labels. Exact for one linear layer;
 * for others it holds where the product is. Views that the head averages are looked at too, and turned back.
 * @throws AppError `head-no-products` when the head is gone, `head-other-embeddings`, why a photo cannot be decoded,
 * what networks fail of; AbortError
 */
export async function attention(
	services: Services,
	manifest: ModelsManifest,
	{ headId, product, photoId, networks }: AttentionInput,
	job: JobContext,
): Promise<Attention> {
	const [head, photo] = await Promise.all([headById(headId), storedPhoto(photoId)]);
	if (!head || !photo) throw new AppError('head-no-products');
	const { model } = head;
	assertAccepts(model, preparedStamps(manifest));
	const { answers, photoShare } = await services.learn.remote.explain(
		{ model, product: toClassify(product), ranks },
		job,
	);
	const looksAtPhotos = model.inputs.some(({ source }) => source === 'photo');
	const hasGradients = answers.every(({ gradients }) => gradients !== null);
	// By photo network: what it says of the photo and of each view.
	const seen = new Map<string, FeatureMap[][]>();
	if (looksAtPhotos && hasGradients && answers.length > 0)
		for (const block of model.inputs) {
			const { source, stamp } = block;
			if (source !== 'photo') continue;
			const { preprocessing } = photoEntry(manifest, block);
			const pixels = await photoAndViews(services, photoId, preprocessing.size, model.views, job);
			await networks.withPhotoEngine(block, job, async (engine) => {
				seen.set(stamp.output, await engine.features(pixels, job));
			});
		}
	return {
		photoShare,
		answers: answers.map(({ label, probability, gradients }) => ({
			label: model.labels[label] ?? '',
			probability,
			map: gradients && seen.size > 0 ? mapOnPhoto(squareMap(gradients), photo, mapSide) : null,
		})),
	};

	function squareMap(gradients: Float32Array[]): PlaceMap {
		const maps: PlaceMap[] = [];
		for (const [view, gradient] of gradients.entries()) {
			let column = 0;
			for (const { source, stamp, dimensions } of model.inputs) {
				const own = gradient.subarray(column, column + dimensions);
				column += dimensions;
				const layers = source === 'photo' ? seen.get(stamp.output)?.[view] : undefined;
				if (!layers) continue;
				const map = activationMap(layers, own);
				maps.push(view > 0 && model.views[view - 1] === 'mirror' ? mirroredMap(map) : map);
			}
		}
		return addedMaps(maps);
	}
}

/** Pixels of a photo and of its views, one after the other. @throws AppError why it cannot be decoded */
async function photoAndViews(
	{ files }: Services,
	photoId: string,
	size: number,
	views: readonly Augmentation[],
	job: JobContext,
): Promise<Uint8Array> {
	const decoded = [await files.remote.decode({ photoIds: [photoId], size }, job)];
	if (views.length > 0)
		decoded.push(await files.remote.decode({ photoIds: [photoId], size, views }, job));
	const problem = decoded[0]?.failed[0]?.problem;
	if (problem) throw new AppError('photo-not-decodable', problem.detail);
	const pixels = new Uint8Array(decoded.reduce((sum, part) => sum + part.pixels.length, 0));
	let at = 0;
	for (const part of decoded) {
		pixels.set(part.pixels, at);
		at += part.pixels.length;
	}
	return pixels;
}
