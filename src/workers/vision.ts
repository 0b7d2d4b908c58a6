import type { BackboneReady } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import { type WorkerHandle, workerHandle } from './handle';
import type { VisionContract } from './vision.contract';

/**
 * Identical vision workers that look like one, for one life: ended, it stays ended. Calls of `embed` and `features` that
 * are made at the same time go to different workers, and wait for one when all are busy: to keep the pool
 * busy, have `size` batches (or one more) in flight.
 */
export interface VisionPool extends WorkerHandle<VisionContract> {
	size: number;
}

/**
 * @param size workers; each holds its own copy of the weights
 * @param newWorker makes one
 */
export function visionPool(
	size: number,
	newWorker: () => WorkerHandle<VisionContract>,
): VisionPool {
	const workers = Array.from({ length: size }, newWorker);
	const idle = [...workers];
	const waiting: (() => void)[] = [];
	let endedBecause: string | null = null;

	async function free(): Promise<WorkerHandle<VisionContract>> {
		for (;;) {
			// A call that comes late must not start a fresh worker in place of an ended one.
			if (endedBecause !== null) throw new AppError('worker-died', { reason: endedBecause });
			const worker = idle.shift();
			if (worker) return worker;
			await new Promise<void>((resolve) => waiting.push(resolve));
		}
	}

	function release(worker: WorkerHandle<VisionContract>): void {
		idle.push(worker);
		waiting.shift()?.();
	}

	async function onFree<T>(
		use: (worker: WorkerHandle<VisionContract>['remote']) => Promise<T>,
		{ signal }: JobContext,
	): Promise<T> {
		const worker = await free();
		try {
			signal.throwIfAborted();
			return await use(worker.remote);
		} finally {
			release(worker);
		}
	}

	const remote: VisionContract = {
		/** The first alone, so that a backend that does not work fails once; then the others side by side. */
		async load(input, job) {
			const [first, ...others] = workers;
			if (!first) throw new RangeError('a pool of none');
			const ready = await first.remote.load(input, job);
			const rest = await Promise.all(others.map((worker) => worker.remote.load(input, job)));
			return { ...ready, millisecondsPerPhoto: together([ready, ...rest]) };
		},
		embed: (input, job) => onFree((worker) => worker.embed(input, job), job),
		look: (input, job) => onFree((worker) => worker.look(input, job), job),
		features: (input, job) => onFree((worker) => worker.features(input, job), job),
	};

	return {
		size,
		remote,
		terminate(reason) {
			endedBecause = reason;
			for (const worker of workers) worker.terminate(reason);
			for (const wake of waiting.splice(0)) wake();
		},
	};
}

/** Milliseconds per photo of workers that share the photos. */
function together(workers: BackboneReady[]): number {
	return 1 / workers.reduce((rate, { millisecondsPerPhoto }) => rate + 1 / millisecondsPerPhoto, 0);
}

/** A worker for one photo network on one backend; started at its first call. */
export function newVisionWorker(): WorkerHandle<VisionContract> {
	return workerHandle<VisionContract>(
		() =>
			new Worker(new URL('./vision.worker.ts', import.meta.url), {
				type: 'module',
				name: 'vision',
			}),
	);
}
