import type { FilesContract } from './files.contract';
import { type WorkerHandle, workerHandle } from './handle';

/** The worker that reads files: unpacks, hashes, decodes and resizes. Started at its first call. */
export function filesWorker(): WorkerHandle<FilesContract> {
	return workerHandle<FilesContract>(
		() =>
			new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module', name: 'files' }),
	);
}
