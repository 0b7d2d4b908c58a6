import { type WorkerHandle, workerHandle } from './handle';
import type { SearchContract } from './search.contract';

/** The page's side of the search worker. */
export function searchWorker(): WorkerHandle<SearchContract> {
	return workerHandle(
		() =>
			new Worker(new URL('./search.worker.ts', import.meta.url), {
				type: 'module',
				name: 'search',
			}),
	);
}
