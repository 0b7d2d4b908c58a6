import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import { type Connection, type Contract, connect, type Remote } from './rpc';

/** Milliseconds a cancelled call may take to answer before its worker is ended. */
const defaultGraceTime = 3000;

/** A worker as the page sees it: started when first called, ended and started anew when it hangs or dies. */
export interface WorkerHandle<C extends Contract> {
	remote: Remote<C>;
	/** Ends the worker; pending calls reject with `worker-died`. The next call starts a fresh one. */
	terminate(reason: string): void;
}

/** One life of a worker. */
interface Life<C extends Contract> {
	worker: Worker;
	connection: Connection<C>;
	/** Ended because it would not answer a cancel. */
	hung: boolean;
}

/**
 * @param start makes the worker; called again after each death
 * @param graceTime in milliseconds; for tests
 */
export function workerHandle<C extends Contract>(
	start: () => Worker,
	graceTime = defaultGraceTime,
): WorkerHandle<C> {
	let current: Life<C> | null = null;

	function running(): Life<C> {
		if (current) return current;
		const worker = start();
		const life: Life<C> = { worker, connection: connect<C>(worker), hung: false };
		// Its script failed, it was killed for memory, or it no longer makes sense: replaced at the next call.
		worker.addEventListener('error', (event) => end(life, event.message || 'error'));
		worker.addEventListener('messageerror', () => end(life, 'messageerror'));
		current = life;
		return life;
	}

	function end(life: Life<C>, reason: string): void {
		life.worker.terminate();
		life.connection.close(reason);
		if (current === life) current = null;
	}

	async function call(method: string, input: unknown, job: JobContext): Promise<unknown> {
		const life = running();
		let grace: ReturnType<typeof setTimeout> | undefined;
		const onAbort = (): void => {
			grace = setTimeout(() => {
				life.hung = true;
				end(life, 'did not answer a cancel');
			}, graceTime);
		};
		job.signal.addEventListener('abort', onAbort);
		try {
			return await life.connection.remote[method]?.(input, job);
		} catch (error) {
			// Ended because it would not stop: to the caller that is the cancel it asked for.
			const died = error instanceof AppError && error.code === 'worker-died';
			if (died && life.hung && job.signal.aborted)
				throw new DOMException('cancelled', 'AbortError');
			throw error;
		} finally {
			clearTimeout(grace);
			job.signal.removeEventListener('abort', onAbort);
		}
	}

	const remote = new Proxy({} as Remote<C>, {
		get: (_, method) =>
			typeof method === 'string' && method !== 'then'
				? (input: unknown, job: JobContext) => call(method, input, job)
				: undefined,
	});
	return {
		remote,
		terminate(reason) {
			if (current) end(current, reason);
		},
	};
}
