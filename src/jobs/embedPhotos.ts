import type { JobContext } from '../domain/job';
import type { DecodedPhotos } from '../workers/files.contract';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';

const batchSize = 8; // photos: small enough for a prompt cancel, large enough to hide the calls

interface Input {
	photoIds: string[];
	engine: PhotoEngine;
	/** Side of the network's input, pixels. */
	size: number;
	/** Called after each batch, when its rows are safely stored. */
	onBatch(embedded: string[], failed: DecodedPhotos['failed']): void;
	unpaused(): Promise<void>;
}

/**
 * Embeds stored photos: while the networks work on some batches, the next ones are decoded. A photo that
 * cannot be decoded is reported and costs nothing else. A network that dies is replaced and its batch done again.
 */
export async function embedPhotos(
	services: Services,
	input: Input,
	job: JobContext,
): Promise<void> {
	const { photoIds, engine, size, onBatch, unpaused } = input;
	let nextStart = 0;
	let done = 0;
	const ahead: { ids: string[]; decoded: Promise<DecodedPhotos> }[] = [];

	// Only the page's wait is paused or cancelled: what a worker is in the middle of is finished and stored.
	const quiet: JobContext = { signal: job.signal, report() {} };
	const decode = (ids: string[]): Promise<DecodedPhotos> =>
		services.files.remote.decode({ photoIds: ids, size }, quiet);

	function decodeAhead(): void {
		while (ahead.length <= engine.parallel && nextStart < photoIds.length) {
			const ids = photoIds.slice(nextStart, nextStart + batchSize);
			nextStart += batchSize;
			const decoded = decode(ids);
			decoded.catch(() => {}); // awaited below, unless the job ends first
			ahead.push({ ids, decoded });
		}
	}

	async function work(): Promise<void> {
		for (;;) {
			await unpaused();
			decodeAhead();
			const batch = ahead.shift();
			if (!batch) return;
			const decoded = await batch.decoded;
			decodeAhead();
			const embedded = decoded.photoIds;
			if (embedded.length > 0) await engine.embed(decoded, quiet, () => decode(embedded));
			done += batch.ids.length;
			onBatch(embedded, decoded.failed);
			job.report({ step: 'embed-photos', done, total: photoIds.length });
		}
	}

	job.report({ step: 'embed-photos', done, total: photoIds.length });
	await Promise.all(Array.from({ length: engine.parallel }, work));
}
