import { type WorkerHandle, workerHandle } from './handle';
import type { HeadFilesContract } from './headFiles.contract';

/** A worker that writes and reads heads as files of other programs; started at its first call. */
export function newHeadFilesWorker(): WorkerHandle<HeadFilesContract> {
	return workerHandle<HeadFilesContract>(
		() =>
			new Worker(new URL('./headFiles.worker.ts', import.meta.url), {
				type: 'module',
				name: 'head-files',
			}),
	);
}
