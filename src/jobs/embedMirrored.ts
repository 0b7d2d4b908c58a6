import { embeddingSetId, mirroredItem } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import { mirrorPixels } from '../maths/mirrorPixels';
import { backboneStamps } from '../maths/stamps';
import { embeddedItems } from '../storage/embeddings';
import type { DecodedPhotos } from '../workers/files.contract';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';

const batchSize = 8; // photos, as in embedPhotos

/**
 * Embeds the mirror images of photos, for heads with flips: what is embedded already is not embedded again, and a
 * photo that cannot be decoded is left out.
 */
export async function embedMirrored(
	services: Pick<Services, 'files'>,
	{ photoIds, engine }: { photoIds: string[]; engine: PhotoEngine },
	job: JobContext,
): Promise<void> {
	const { size } = engine.entry.preprocessing;
	const quiet: JobContext = { signal: job.signal, report() {} };
	const stored = await embeddedItems(embeddingSetId(backboneStamps(engine.entry).embedding));
	const missing = [...new Set(photoIds)].filter((id) => !stored.has(mirroredItem(id)));
	let next = 0;
	let done = 0;

	async function mirrored(ids: string[]): Promise<DecodedPhotos> {
		const decoded = await services.files.remote.decode({ photoIds: ids, size }, quiet);
		return {
			...decoded,
			photoIds: decoded.photoIds.map(mirroredItem),
			pixels: mirrorPixels(decoded.pixels, size),
		};
	}

	async function work(): Promise<void> {
		while (next < missing.length) {
			job.signal.throwIfAborted();
			const ids = missing.slice(next, next + batchSize);
			next += batchSize;
			const batch = await mirrored(ids);
			if (batch.photoIds.length > 0) await engine.embed(batch, quiet, () => mirrored(ids));
			done += ids.length;
			job.report({ step: 'embed-photos', done, total: missing.length });
		}
	}

	await Promise.all(Array.from({ length: engine.parallel }, work));
}
