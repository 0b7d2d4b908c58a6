import { type WorkerHandle, workerHandle } from './handle';
import type { TextContract } from './text.contract';

/** A worker for one text network; started at its first call. */
export function newTextWorker(): WorkerHandle<TextContract> {
	return workerHandle<TextContract>(
		() =>
			new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module', name: 'text' }),
	);
}
