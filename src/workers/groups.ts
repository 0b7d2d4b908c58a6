import type { GroupsContract } from './groups.contract';
import { type WorkerHandle, workerHandle } from './handle';

/** The page's side of the worker that puts products into groups. */
export function groupsWorker(): WorkerHandle<GroupsContract> {
	return workerHandle(
		() =>
			new Worker(new URL('./groups.worker.ts', import.meta.url), {
				type: 'module',
				name: 'groups',
			}),
	);
}
