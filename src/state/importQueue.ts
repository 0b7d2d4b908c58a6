import { unfinishedImports } from '../storage/imports';
import type { ActionContext } from './context';
import type { PausableJob } from './jobRunner';
import type { Suggester } from './suggesting';

/** Runs `work` as the import job, after those that came before. */
export type ImportQueue = (work: (job: PausableJob) => Promise<void>) => Promise<void>;

/** Drops made while one is imported wait for it, and so does all other work of the import's networks. */
export function importQueue(
	{ set, jobs, attempt }: ActionContext,
	suggester: Suggester,
): ImportQueue {
	let queue: Promise<void> = Promise.resolve();

	/** However it ended, what is left to go on with is what storage says. */
	async function thenReadUnfinished(work: Promise<void>): Promise<void> {
		try {
			await work;
		} finally {
			set({ unfinished: await unfinishedImports() });
		}
	}

	return (work) => {
		queue = queue
			.then(() => attempt(() => jobs.run('import', true, (job) => thenReadUnfinished(work(job)))))
			.then(() => suggester.lookAhead());
		return queue;
	};
}
