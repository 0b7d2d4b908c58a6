import { describe, expect, it } from 'vitest';
import type { BackboneReady } from '../../../src/domain/backends';
import { unattended } from '../../../src/domain/job';
import type { BackboneEntry } from '../../../src/domain/models';
import type { WorkerHandle } from '../../../src/workers/handle';
import { visionPool } from '../../../src/workers/vision';
import type { VisionContract } from '../../../src/workers/vision.contract';

const load = { backbone: {} as BackboneEntry, backend: 'wasm', base: '' } as const;
const batch = (photoId: string) => ({ photoIds: [photoId], pixels: new Uint8Array(3) });

/** A pool whose workers embed when told to. */
function pool(size: number) {
	const running: { worker: number; photoId: string; finish(error?: Error): void }[] = [];
	let made = 0;
	const newWorker = (): WorkerHandle<VisionContract> => {
		const worker = made++;
		return {
			remote: {
				load: async () => ({ millisecondsPerPhoto: 100 * (worker + 1) }) as BackboneReady,
				look: async () => ({ vectors: new Float32Array() }),
				features: async () => ({ photos: [] }),
				embed: ({ photoIds }) =>
					new Promise((resolve, reject) => {
						const finish = (error?: Error): void =>
							error ? reject(error) : resolve({ photos: photoIds.length });
						running.push({ worker, photoId: photoIds[0] ?? '', finish });
					}),
			},
			terminate() {},
		};
	};
	return { ...visionPool(size, newWorker), running };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a pool of vision workers', () => {
	it('gives batches to different workers and lets the rest wait', async () => {
		const { remote, running } = pool(2);
		const calls = ['a', 'b', 'c'].map((id) => remote.embed(batch(id), unattended));
		await settled();
		expect(running.map(({ worker, photoId }) => [worker, photoId])).toEqual([
			[0, 'a'],
			[1, 'b'],
		]);
		running[1]?.finish();
		await settled();
		expect(running[2]).toMatchObject({ worker: 1, photoId: 'c' });
		running[0]?.finish();
		running[2]?.finish();
		expect(await Promise.all(calls)).toEqual([{ photos: 1 }, { photos: 1 }, { photos: 1 }]);
	});

	it('goes on after a batch that failed', async () => {
		const { remote, running } = pool(1);
		const failed = remote.embed(batch('a'), unattended);
		const next = remote.embed(batch('b'), unattended);
		await settled();
		running[0]?.finish(new Error('no'));
		await expect(failed).rejects.toThrow('no');
		await settled();
		running[1]?.finish();
		expect(await next).toEqual({ photos: 1 });
	});

	it('does not begin a batch that was cancelled while it waited', async () => {
		const { remote, running } = pool(1);
		const controller = new AbortController();
		const first = remote.embed(batch('a'), unattended);
		const waiting = remote.embed(batch('b'), { ...unattended, signal: controller.signal });
		await settled();
		controller.abort();
		running[0]?.finish();
		await first;
		await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
		expect(running).toHaveLength(1);
	});

	it('ends the calls that wait and those that come late, without starting anything anew', async () => {
		const { remote, running, terminate } = pool(1);
		const first = remote.embed(batch('a'), unattended);
		const waiting = remote.embed(batch('b'), unattended);
		await settled();
		terminate('device-lost');
		await expect(waiting).rejects.toMatchObject({ code: 'worker-died' });
		running[0]?.finish(new Error('ended'));
		await expect(first).rejects.toThrow('ended');
		await expect(remote.embed(batch('c'), unattended)).rejects.toMatchObject({
			code: 'worker-died',
			detail: { reason: 'device-lost' },
		});
		expect(running).toHaveLength(1);
	});

	it('is as fast as its workers together', async () => {
		const ready = await pool(2).remote.load(load, unattended);
		expect(ready.millisecondsPerPhoto).toBeCloseTo(1 / (1 / 100 + 1 / 200));
	});
});
