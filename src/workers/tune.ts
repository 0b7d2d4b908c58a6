import { type WorkerHandle, workerHandle } from './handle';
import type { TuneContract } from './tune.contract';

/** A worker for one network that learns; started at its first call. */
export function newTuneWorker(): WorkerHandle<TuneContract> {
	return workerHandle<TuneContract>(
		() =>
			new Worker(new URL('./tune.worker.ts', import.meta.url), { type: 'module', name: 'tune' }),
	);
}
