import { type Augmentation, viewItem } from '../domain/augmentation';
import { embeddingSetId } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import { backboneStamps } from '../maths/stamps';
import { embeddedItems } from '../storage/embeddings';
import type { DecodedPhotos } from '../workers/files.contract';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';

/** Pictures sent to a network together, as in embedPhotos; a photo's views are made from one decoding. */
const batchSize = 8;

interface Batch {
	photoIds: string[];
	views: Augmentation[];
}

/**
 * Embeds views of photos (mirrored, cropped, …) for heads that learn from them. What is embedded already is not
 * embedded again, and a photo that cannot be decoded is left out. Reports `embed-photos`, counted in pictures.
 * @returns pictures that were embedded
 * @throws AbortError; AppError `backend-unavailable`, `storage-full`
 */
export async function embedViews(
	services: Pick<Services, 'files'>,
	input: { photoIds: readonly string[]; views: readonly Augmentation[]; engine: PhotoEngine },
	job: JobContext,
): Promise<number> {
	const { engine } = input;
	const { size } = engine.entry.preprocessing;
	const quiet: JobContext = { signal: job.signal, report() {} };
	const stored = await embeddedItems(embeddingSetId(backboneStamps(engine.entry).embedding));
	const batches = batchesOf(input.photoIds, input.views, stored);
	const total = batches.reduce(
		(sum, { photoIds, views }) => sum + photoIds.length * views.length,
		0,
	);
	let next = 0;
	let done = 0;
	let embedded = 0;

	async function work(): Promise<void> {
		for (;;) {
			job.signal.throwIfAborted();
			const batch = batches[next++];
			if (!batch) return;
			const decode = (): Promise<DecodedPhotos> =>
				services.files.remote.decode({ ...batch, size }, quiet);
			const decoded = await decode();
			const pictures = decoded.photoIds.length;
			if (pictures > 0) await engine.embed(decoded, quiet, decode);
			embedded += pictures;
			done += batch.photoIds.length * batch.views.length;
			job.report({ step: 'embed-photos', done, total });
		}
	}

	if (total > 0) job.report({ step: 'embed-photos', done, total });
	// One more than there are networks, so that none waits for the decoding.
	await Promise.all(Array.from({ length: engine.parallel + 1 }, work));
	return embedded;
}

/** Photos that lack the same views, together. */
function batchesOf(
	photoIds: readonly string[],
	views: readonly Augmentation[],
	stored: ReadonlySet<string>,
): Batch[] {
	const alike = new Map<string, Batch>();
	for (const photoId of new Set(photoIds)) {
		const missing = views.filter((view) => !stored.has(viewItem(photoId, view)));
		if (missing.length === 0) continue;
		const key = missing.join();
		const group = alike.get(key) ?? { photoIds: [], views: missing };
		group.photoIds.push(photoId);
		alike.set(key, group);
	}
	return [...alike.values()].flatMap(({ photoIds, views }) => {
		const length = Math.max(1, Math.floor(batchSize / views.length));
		return Array.from({ length: Math.ceil(photoIds.length / length) }, (_, i) => ({
			photoIds: photoIds.slice(i * length, (i + 1) * length),
			views,
		}));
	});
}
