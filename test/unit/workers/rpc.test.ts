import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError, isCancelled } from '../../../src/domain/errors';
import type { Progress } from '../../../src/domain/job';
import { unattended } from '../../../src/domain/job';
import {
	type Connection,
	connect,
	type Endpoint,
	type Method,
	serve,
	transfer,
} from '../../../src/workers/rpc';

type TestContract = {
	double: Method<number, number>;
	sum: Method<{ numbers: Float32Array }, { total: number; numbers: Float32Array }>;
	report: Method<{ times: number }, number>;
	wait: Method<null, string>;
	fail: Method<'app' | 'bug' | 'abort' | 'string' | 'uncloneable', unknown>;
};

const contract: TestContract = {
	async double(input) {
		return input * 2;
	},
	async sum({ numbers }) {
		const total = numbers.reduce((a, b) => a + b, 0);
		return transfer({ total, numbers }, [numbers.buffer]);
	},
	async report({ times }, job) {
		for (let done = 1; done <= times; done++) job.report({ step: 'suggest', done, total: times });
		return times;
	},
	wait: (_, job) =>
		new Promise((_resolve, reject) => {
			job.signal.addEventListener('abort', () => reject(job.signal.reason));
		}),
	async fail(how) {
		if (how === 'app') {
			const cause = new TypeError('the reason behind it');
			throw new AppError('model-damaged', { file: 'a.bin', bytes: 3 }, { cause });
		}
		if (how === 'bug') throw new RangeError('off by one');
		if (how === 'abort') throw new DOMException('transaction aborted', 'AbortError');
		if (how === 'string') throw 'just words';
		return () => 'functions do not cross';
	},
};

const ports: MessagePort[] = [];

function connected(): Connection<TestContract> {
	const { port1, port2 } = new MessageChannel();
	ports.push(port1, port2);
	serve(contract, port1 as unknown as Endpoint);
	return connect<TestContract>(port2 as unknown as Endpoint);
}

afterEach(() => {
	vi.useRealTimers();
	for (const port of ports.splice(0)) port.close();
});

describe('a call', () => {
	it('brings the output back', async () => {
		expect(await connected().remote.double(21, unattended)).toBe(42);
	});

	it('answers several at once, each its own', async () => {
		const { remote } = connected();
		const inputs = [1, 2, 3, 4];
		const outputs = await Promise.all(inputs.map((input) => remote.double(input, unattended)));
		expect(outputs).toEqual([2, 4, 6, 8]);
	});

	it('moves marked buffers in both directions', async () => {
		const numbers = Float32Array.of(1, 2, 3);
		const input = transfer({ numbers }, [numbers.buffer]);
		const output = await connected().remote.sum(input, unattended);
		expect(numbers.length).toBe(0);
		expect(output.total).toBe(6);
		expect(output.numbers).toEqual(Float32Array.of(1, 2, 3));
	});

	it('rejects when the input cannot cross', async () => {
		const { remote } = connected();
		const input = (() => 1) as unknown as number;
		await expect(remote.double(input, unattended)).rejects.toThrow(/could not be cloned/);
	});

	it('rejects when the output cannot cross, instead of leaving the caller waiting', async () => {
		const { remote } = connected();
		await expect(remote.fail('uncloneable', unattended)).rejects.toThrow(/could not be cloned/);
	});

	it('names a method that is not there', async () => {
		const { remote } = connected() as unknown as Connection<{ nope: Method<null, null> }>;
		await expect(remote.nope(null, unattended)).rejects.toThrow('no method nope');
	});

	it('does not make the remote look like a promise', async () => {
		const { remote } = connected();
		expect(await Promise.resolve(remote)).toBe(remote);
	});
});

describe('progress', () => {
	const reports = async (times: number): Promise<Progress[]> => {
		const seen: Progress[] = [];
		const job = { ...unattended, report: (progress: Progress) => void seen.push(progress) };
		await connected().remote.report({ times }, job);
		return seen;
	};

	it('is throttled, and the last one always arrives before the answer', async () => {
		const seen = await reports(1000);
		expect(seen.length).toBeLessThan(10);
		expect(seen[0]).toEqual({ step: 'suggest', done: 1, total: 1000 });
		expect(seen.at(-1)).toEqual({ step: 'suggest', done: 1000, total: 1000 });
	});

	it('lets a single one through', async () => {
		expect(await reports(1)).toHaveLength(1);
	});

	it('shows the newest held one while nothing else is said for a while', async () => {
		const { port1, port2 } = new MessageChannel();
		ports.push(port1, port2);
		type Quiet = { begin: Method<null, string> };
		const quiet: Quiet = {
			begin: (_, job) =>
				new Promise(() => {
					job.report({ step: 'load-model', done: 0, total: 2 });
					job.report({ step: 'load-model', done: 1, total: 2 });
				}),
		};
		serve(quiet, port1 as unknown as Endpoint);
		const { remote, close } = connect<Quiet>(port2 as unknown as Endpoint);
		const newest = new Promise<void>((resolve) => {
			const report = ({ done }: Progress): void => {
				if (done === 1) resolve();
			};
			remote.begin(null, { ...unattended, report }).catch(() => {});
		});
		await newest;
		close();
	});
});

describe('cancel', () => {
	it('reaches the method, and its answer is an AbortError', async () => {
		const controller = new AbortController();
		const pending = connected().remote.wait(null, { ...unattended, signal: controller.signal });
		controller.abort();
		await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
	});

	it('stops a call before it is made', async () => {
		const { remote } = connected();
		const signal = AbortSignal.abort();
		await expect(remote.double(1, { ...unattended, signal })).rejects.toMatchObject({
			name: 'AbortError',
		});
	});

	it('leaves the other calls alone', async () => {
		const { remote } = connected();
		const controller = new AbortController();
		const cancelled = remote.wait(null, { ...unattended, signal: controller.signal });
		const other = remote.double(2, unattended);
		controller.abort();
		await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
		expect(await other).toBe(4);
	});
});

describe('errors', () => {
	const failure = (how: 'app' | 'bug' | 'abort'): Promise<Error> =>
		connected()
			.remote.fail(how, unattended)
			.then(
				() => new Error('it did not fail'),
				(error: Error) => error,
			);

	it('keep code, detail and cause', async () => {
		const error = await failure('app');
		expect(error).toBeInstanceOf(AppError);
		expect(error).toMatchObject({ code: 'model-damaged', detail: { file: 'a.bin', bytes: 3 } });
		expect(error.cause).toMatchObject({ name: 'TypeError', message: 'the reason behind it' });
	});

	it('that are bugs keep name, message and stack', async () => {
		const error = await failure('bug');
		expect(error).not.toBeInstanceOf(AppError);
		expect(error).toMatchObject({ name: 'RangeError', message: 'off by one' });
		expect(error.stack).toContain('rpc.test.ts');
	});

	it('that look like a cancel are bugs while nobody cancelled', async () => {
		const error = await failure('abort');
		expect(error).toMatchObject({ name: 'AbortError', message: 'transaction aborted' });
		expect(isCancelled(error)).toBe(false);
	});

	it('that are not errors keep their words', async () => {
		await expect(connected().remote.fail('string', unattended)).rejects.toThrow('just words');
	});
});

describe('death', () => {
	it('rejects everything pending and every later call', async () => {
		const { remote, close } = connected();
		const pending = [remote.wait(null, unattended), remote.wait(null, unattended)];
		close('killed for memory');
		for (const call of pending)
			await expect(call).rejects.toMatchObject({
				code: 'worker-died',
				detail: { reason: 'killed for memory' },
			});
		await expect(remote.double(1, unattended)).rejects.toMatchObject({ code: 'worker-died' });
	});

	it('is told by error and by messageerror', async () => {
		for (const type of ['error', 'messageerror']) {
			const endpoint = new EventTarget() as unknown as Endpoint & EventTarget;
			endpoint.postMessage = () => {};
			const { remote } = connect<TestContract>(endpoint);
			const pending = remote.double(1, unattended);
			endpoint.dispatchEvent(new Event(type));
			await expect(pending).rejects.toMatchObject({ code: 'worker-died' });
		}
	});
});
