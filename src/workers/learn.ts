import { type WorkerHandle, workerHandle } from './handle';
import type { LearnContract } from './learn.contract';

/** The page's side of the learn worker: suggestions now, heads later. */
export function learnWorker(): WorkerHandle<LearnContract> {
	return workerHandle(
		() =>
			new Worker(new URL('./learn.worker.ts', import.meta.url), { type: 'module', name: 'learn' }),
	);
}
