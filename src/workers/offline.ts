import { type WorkerHandle, workerHandle } from './handle';
import type { OfflineContract } from './offline.contract';

/** The worker that looks what is kept for offline, and fetches what is not. Started at its first call. */
export function offlineWorker(): WorkerHandle<OfflineContract> {
	return workerHandle<OfflineContract>(
		() =>
			new Worker(new URL('./offline.worker.ts', import.meta.url), {
				type: 'module',
				name: 'offline',
			}),
	);
}
