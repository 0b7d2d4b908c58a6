import type { JobContext } from '../domain/job';
import { type Connection, type Contract, connect, type Remote } from './rpc';

/** Milliseconds a cancelled call may take to answer before its worker is ended. */
const graceTime = 3000;

/** A worker as the page sees it: started when first called, ended and started anew when it hangs or dies. */
export interface WorkerHandle<C extends Contract> {
	remote: Remote<C>;
	/** Ends the worker; pending calls reject with `worker-died`. The next call starts a fresh one. */
	terminate(reason: string): void;
}

/**
 * @param start makes the worker; called again after each death
 */
export function workerHandle<C extends Contract>(start: () => Worker): WorkerHandle<C> {
	let current: { worker: Worker; connection: Connection<C> } | null = null;

	function running(): { worker: Worker; connection: Connection<C> } {
		if (!current) {
			const worker = start();
			const mine = { worker, connection: connect<C>(worker) };
			// A worker that died (its script failed, or it was killed for memory) is replaced at the next call.
			worker.addEventListener('error', () => {
				worker.terminate();
				if (current === mine) current = null;
			});
			current = mine;
		}
		return current;
	}

	function terminate(reason: string): void {
		current?.worker.terminate();
		current?.connection.close(reason);
		current = null;
	}

	async function call(method: string, input: unknown, job: JobContext): Promise<unknown> {
		const mine = running();
		let grace: ReturnType<typeof setTimeout> | undefined;
		const onAbort = (): void => {
			grace = setTimeout(() => {
				if (current === mine) terminate('did not answer a cancel');
			}, graceTime);
		};
		job.signal.addEventListener('abort', onAbort);
		try {
			const run = mine.connection.remote[method];
			return await run?.(input, job);
		} catch (error) {
			// Ended because it would not stop: to the caller that is the cancel it asked for.
			if (job.signal.aborted) throw new DOMException('cancelled', 'AbortError');
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
	return { remote, terminate };
}
