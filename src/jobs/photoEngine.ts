import type { FeatureMap } from '../domain/attention';
import { AppError, type ErrorCode } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { PhotoEntry } from '../domain/tuning';
import type { DecodedPhotos } from '../workers/files.contract';
import { transfer } from '../workers/rpc';
import { type ChosenVision, chooseVisionBackend } from './chooseBackend';
import type { Services } from './services';
import type { Finding } from './tryBackend';

/** Ready workers for one photo network, all on the same backend. */
export interface PhotoEngine {
	entry: PhotoEntry;
	/** What runs now; another one after a backend has died. */
	current(): ChosenVision;
	/** Batches worth having in flight at once. */
	parallel: number;
	/**
	 * Embeds a batch and stores its rows. When the network dies (lost device, no memory), the next backend
	 * takes over and the batch is decoded and embedded again.
	 * @throws AppError `backend-unavailable` when no backend is left, `storage-full`
	 */
	embed(batch: DecodedPhotos, job: JobContext, again: () => Promise<DecodedPhotos>): Promise<void>;
	/** Embeds a few photos without storing them. @returns `[photos, dimensions]` */
	look(pixels: Uint8Array, job: JobContext): Promise<Float32Array>;
	/** What the network says at each place of a few photos; see `VisionContract`. A network that dies is replaced. */
	features(pixels: Uint8Array, job: JobContext): Promise<FeatureMap[][]>;
	close(): void;
}

const deadly: ReadonlySet<ErrorCode> = new Set(['worker-died', 'device-lost', 'out-of-memory']);

/** Chooses a backend and loads the network on it. `onChange` is told whenever another backend takes over. */
export async function startPhotoEngine(
	services: Services,
	entry: PhotoEntry,
	onChange: (chosen: ChosenVision) => void,
	job: JobContext,
): Promise<PhotoEngine> {
	const died: Finding[] = [];
	const restarted = new Set<string>();
	let chosen = await chooseVisionBackend(services, entry, job);
	onChange(chosen);
	/** Set while one takes over, so that batches in flight wait for the same one. */
	let replacing: Promise<void> | null = null;

	function replace(dead: ChosenVision, error: AppError, job: JobContext): Promise<void> {
		if (dead !== chosen) return Promise.resolve();
		replacing ??= (async () => {
			dead.pool.terminate(error.code);
			const { backend } = dead.ready;
			// A worker may be killed once for a passing reason; what dies twice, or lost its device, is passed over.
			if (error.code !== 'worker-died' || restarted.has(backend))
				died.push({ backend, milliseconds: null, reason: error.code });
			restarted.add(backend);
			chosen = await chooseVisionBackend(services, entry, job, died);
			onChange(chosen);
		})().finally(() => {
			replacing = null;
		});
		return replacing;
	}

	/** Calls the network, and the one that takes its place when it dies. @param use is told how many have died */
	async function untilDone<T>(
		use: (remote: ChosenVision['pool']['remote'], deaths: number) => Promise<T>,
		job: JobContext,
	): Promise<T> {
		for (let deaths = 0; ; deaths++) {
			await replacing;
			const mine = chosen;
			try {
				return await use(mine.pool.remote, deaths);
			} catch (error) {
				if (!(error instanceof AppError) || !deadly.has(error.code)) throw error;
				await replace(mine, error, job);
			}
		}
	}

	return {
		entry,
		current: () => chosen,
		parallel: chosen.pool.size,
		async embed(batch, job, again) {
			await untilDone(async (remote, deaths) => {
				// Its pixels were moved to the worker that died.
				const { photoIds, pixels } = deaths === 0 ? batch : await again();
				await remote.embed(transfer({ photoIds, pixels }, [pixels.buffer]), job);
			}, job);
		},
		async look(pixels, job) {
			return (await untilDone((remote) => remote.look({ pixels }, job), job)).vectors;
		},
		async features(pixels, job) {
			return (await untilDone((remote) => remote.features({ pixels }, job), job)).photos;
		},
		close() {
			chosen.pool.terminate('closed');
		},
	};
}
