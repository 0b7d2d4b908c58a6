import { describe, expect, it } from 'vitest';
import { unattended } from '../../../src/domain/job';
import { workerHandle } from '../../../src/workers/handle';
import { type Endpoint, type Method, serve } from '../../../src/workers/rpc';

type TestContract = {
	/** Which life of the worker answers. */
	life: Method<null, number>;
	/** Answers a cancel. */
	polite: Method<null, null>;
	/** Does not. */
	deaf: Method<null, null>;
	failWhenCancelled: Method<null, null>;
};

/** A worker made of a MessageChannel. */
class FakeWorker extends EventTarget {
	static lives = 0;
	readonly #near: MessagePort;
	readonly #far: MessagePort;
	terminated = false;

	constructor() {
		super();
		const life = ++FakeWorker.lives;
		const { port1, port2 } = new MessageChannel();
		this.#near = port1;
		this.#far = port2;
		const contract: TestContract = {
			life: async () => life,
			polite: (_, { signal }) =>
				new Promise((_resolve, reject) => {
					signal.addEventListener('abort', () => reject(signal.reason));
				}),
			deaf: () => new Promise(() => {}),
			failWhenCancelled: (_, { signal }) =>
				new Promise((_resolve, reject) => {
					signal.addEventListener('abort', () => reject(new Error('a bug of its own')));
				}),
		};
		serve(contract, port2 as unknown as Endpoint);
		port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
	}

	postMessage(message: unknown): void {
		this.#near.postMessage(message);
	}

	terminate(): void {
		this.terminated = true;
		this.#near.close();
		this.#far.close();
	}
}

function handle(graceTime?: number) {
	const workers: FakeWorker[] = [];
	const start = (): Worker => {
		const worker = new FakeWorker();
		workers.push(worker);
		return worker as unknown as Worker;
	};
	return { workers, ...workerHandle<TestContract>(start, graceTime) };
}

describe('a worker handle', () => {
	it('starts its worker at the first call and keeps it', async () => {
		const { remote, workers, terminate } = handle();
		expect(workers).toHaveLength(0);
		const first = await remote.life(null, unattended);
		expect(await remote.life(null, unattended)).toBe(first);
		expect(workers).toHaveLength(1);
		terminate('done');
	});

	it('keeps a worker that answers a cancel', async () => {
		const { remote, workers, terminate } = handle(50);
		const controller = new AbortController();
		const call = remote.polite(null, { ...unattended, signal: controller.signal });
		controller.abort();
		await expect(call).rejects.toMatchObject({ name: 'AbortError' });
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(workers[0]?.terminated).toBe(false);
		terminate('done');
	});

	it('ends one that does not, and starts anew', async () => {
		const { remote, workers, terminate } = handle(50);
		const controller = new AbortController();
		const deaf = remote.deaf(null, { ...unattended, signal: controller.signal });
		const beside = remote.deaf(null, unattended);
		controller.abort();
		await expect(deaf).rejects.toMatchObject({ name: 'AbortError' });
		await expect(beside).rejects.toMatchObject({ code: 'worker-died' });
		expect(workers[0]?.terminated).toBe(true);
		await remote.life(null, unattended);
		expect(workers).toHaveLength(2);
		terminate('done');
	});

	it('does not hide a bug behind a cancel', async () => {
		const { remote, terminate } = handle();
		const controller = new AbortController();
		const call = remote.failWhenCancelled(null, { ...unattended, signal: controller.signal });
		controller.abort();
		await expect(call).rejects.toThrow('a bug of its own');
		terminate('done');
	});

	it.each(['error', 'messageerror'])('replaces a worker after %s', async (type) => {
		const { remote, workers, terminate } = handle();
		const call = remote.deaf(null, unattended);
		workers[0]?.dispatchEvent(new Event(type));
		await expect(call).rejects.toMatchObject({ code: 'worker-died' });
		expect(workers[0]?.terminated).toBe(true);
		await remote.life(null, unattended);
		expect(workers).toHaveLength(2);
		terminate('done');
	});

	it('rejects what is pending when it is ended', async () => {
		const { remote, terminate } = handle();
		const call = remote.deaf(null, unattended);
		terminate('another backend is faster');
		await expect(call).rejects.toMatchObject({
			code: 'worker-died',
			detail: { reason: 'another backend is faster' },
		});
	});
});
