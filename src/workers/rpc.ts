import { AppError } from '../domain/errors';
import type { JobContext, Progress } from '../domain/job';
import { cancelled, describe, type Failure, restore } from './failure';

/*
 * Calls across the wall between page and workers, with cancel, progress, typed errors and death.
 * comlink has no cancel and hangs on a dead worker; oRPC 2.0's MessagePort adapter could not be installed
 * (it needs a version of @orpc/contract that its registry entry lacks); so this one small file.
 */

/** A method of a contract: what both sides see. Rejects with `AppError`, or an `AbortError` when cancelled. */
export type Method<Input, Output> = (input: Input, job: JobContext) => Promise<Output>;

// biome-ignore lint/suspicious/noExplicitAny: the only place where methods of every shape meet
export type Contract = Record<string, Method<any, any>>;

/** The page's view of a contract: the same methods. */
export type Remote<C extends Contract> = C;

/** What a Worker, a MessagePort and a worker's own scope have in common. */
export interface Endpoint {
	postMessage(message: unknown, transfer: Transferable[]): void;
	addEventListener(type: string, listener: (event: Event) => void): void;
	/** A MessagePort holds its messages back until told to start; the others have no such method. */
	start?(): void;
}

type ToWorker =
	| { kind: 'call'; id: number; method: string; input: unknown }
	| { kind: 'cancel'; id: number };

type FromWorker =
	| { kind: 'progress'; id: number; progress: Progress }
	| { kind: 'done'; id: number; output: unknown }
	| { kind: 'failed'; id: number; failure: Failure };

const reportInterval = 100; // ms: at most ten reports a second, and always the last one

const transfers = new WeakMap<object, Transferable[]>();

/** Marks buffers inside `value` to be moved, not copied, when it crosses. Returns `value`. */
export function transfer<T extends object>(value: T, buffers: Transferable[]): T {
	transfers.set(value, buffers);
	return value;
}

function buffersOf(value: unknown): Transferable[] {
	return typeof value === 'object' && value !== null ? (transfers.get(value) ?? []) : [];
}

/**
 * Answers calls with the methods of `contract`. Used once, in each `*.worker.ts`.
 * @param endpoint the worker's own scope unless told otherwise (the DOM's types take that for a window)
 */
export function serve<C extends Contract>(
	contract: C,
	endpoint: Endpoint = globalThis as unknown as Endpoint,
): void {
	const running = new Map<number, AbortController>();

	async function call(id: number, method: string, input: unknown): Promise<void> {
		const controller = new AbortController();
		running.set(id, controller);
		const progress = throttled((progress) =>
			endpoint.postMessage({ kind: 'progress', id, progress } satisfies FromWorker, []),
		);
		try {
			const run = contract[method];
			if (!run) throw new TypeError(`no method ${method}`);
			const output = await run(input, { signal: controller.signal, report: progress.report });
			progress.flush();
			endpoint.postMessage({ kind: 'done', id, output } satisfies FromWorker, buffersOf(output));
		} catch (error) {
			// Also what cannot be cloned lands here: the caller must hear of it, or it waits for ever.
			progress.flush();
			endpoint.postMessage(
				{ kind: 'failed', id, failure: describe(error, controller.signal) } satisfies FromWorker,
				[],
			);
		} finally {
			running.delete(id);
		}
	}

	endpoint.addEventListener('message', (event) => {
		const message = (event as MessageEvent<ToWorker>).data;
		if (message.kind === 'call') void call(message.id, message.method, message.input);
		else running.get(message.id)?.abort(cancelled());
	});
	endpoint.start?.();
}

/** Lets reports through at most every `reportInterval`; one that came too early is sent when its time has come. */
function throttled(send: (progress: Progress) => void): {
	report(progress: Progress): void;
	flush(): void;
} {
	let lastSent = Number.NEGATIVE_INFINITY;
	let held: Progress | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function flush(): void {
		clearTimeout(timer);
		timer = undefined;
		if (!held) return;
		lastSent = performance.now();
		send(held);
		held = null;
	}

	function report(progress: Progress): void {
		held = progress;
		const wait = lastSent + reportInterval - performance.now();
		if (wait <= 0) flush();
		else timer ??= setTimeout(flush, wait);
	}

	return { report, flush };
}

export interface Connection<C extends Contract> {
	remote: Remote<C>;
	/** Rejects everything pending, and every later call, with `worker-died`. */
	close(reason?: string): void;
}

/** Calls the methods served on the other side of `endpoint`. */
export function connect<C extends Contract>(endpoint: Endpoint): Connection<C> {
	interface Pending {
		job: JobContext;
		resolve(output: unknown): void;
		reject(error: unknown): void;
	}
	const pending = new Map<number, Pending>();
	let nextId = 1;
	let deathReason: string | null = null;

	function close(reason = 'closed'): void {
		deathReason ??= reason;
		const error = new AppError('worker-died', { reason: deathReason });
		for (const { reject } of pending.values()) reject(error);
		pending.clear();
	}

	function call(method: string, input: unknown, job: JobContext): Promise<unknown> {
		if (deathReason !== null)
			return Promise.reject(new AppError('worker-died', { reason: deathReason }));
		if (job.signal.aborted) return Promise.reject(cancelled());
		const id = nextId++;
		return new Promise((resolve, reject) => {
			const cancel = (): void => {
				endpoint.postMessage({ kind: 'cancel', id } satisfies ToWorker, []);
			};
			const settle = (): void => job.signal.removeEventListener('abort', cancel);
			pending.set(id, {
				job,
				resolve(output) {
					settle();
					resolve(output);
				},
				reject(error) {
					settle();
					reject(error);
				},
			});
			job.signal.addEventListener('abort', cancel);
			try {
				endpoint.postMessage(
					{ kind: 'call', id, method, input } satisfies ToWorker,
					buffersOf(input),
				);
			} catch (error) {
				pending.delete(id);
				settle();
				reject(error);
			}
		});
	}

	endpoint.addEventListener('message', (event) => {
		const message = (event as MessageEvent<FromWorker>).data;
		const waiting = pending.get(message.id);
		if (!waiting) return;
		if (message.kind === 'progress') {
			waiting.job.report(message.progress);
			return;
		}
		pending.delete(message.id);
		if (message.kind === 'done') waiting.resolve(message.output);
		else waiting.reject(restore(message.failure));
	});
	endpoint.addEventListener('error', (event) => close((event as ErrorEvent).message || 'error'));
	endpoint.addEventListener('messageerror', () => close('messageerror'));
	endpoint.start?.();

	const remote = new Proxy({} as Remote<C>, {
		get: (_, method) =>
			// A promise of a remote must not look like a promise itself.
			typeof method === 'string' && method !== 'then'
				? (input: unknown, job: JobContext) => call(method, input, job)
				: undefined,
	});
	return { remote, close };
}
