import { beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import { unattended } from '../../../src/domain/job';
import type { BackboneEntry } from '../../../src/domain/models';
import { chooseVisionBackend } from '../../../src/jobs/chooseBackend';
import { startPhotoEngine } from '../../../src/jobs/photoEngine';
import type { Services } from '../../../src/jobs/services';
import type { DecodedPhotos } from '../../../src/workers/files.contract';

vi.mock('../../../src/jobs/chooseBackend', () => ({ chooseVisionBackend: vi.fn() }));

const choose = vi.mocked(chooseVisionBackend);
const batch = (): DecodedPhotos => ({ photoIds: ['a'], pixels: new Uint8Array(3), failed: [] });

/** A backend whose calls of `embed` fail with these errors in turn, and then succeed. */
function backend(name: string, ...errors: Error[]) {
	const embed = vi.fn(async () => {
		const error = errors.shift();
		if (error) throw error;
		return { photos: 1 };
	});
	const pool = { size: 1, remote: { embed }, terminate: vi.fn() };
	const chosen = { pool, ready: { backend: name }, choice: {} };
	choose.mockResolvedValueOnce(chosen as never);
	return { embed, pool };
}

const start = (onChange = vi.fn()) =>
	startPhotoEngine({} as Services, { id: 'resnet50' } as BackboneEntry, onChange, unattended);

beforeEach(() => choose.mockReset());

it('passes over a backend that lost its device, and embeds the batch again on the next', async () => {
	const gpu = backend('webgpu', new AppError('device-lost'));
	const wasm = backend('wasm');
	const onChange = vi.fn();
	const engine = await start(onChange);
	const again = vi.fn(async () => batch());
	await engine.embed(batch(), unattended, again);
	expect(gpu.pool.terminate).toHaveBeenCalledWith('device-lost');
	expect(choose.mock.calls[1]?.[3]).toEqual([
		{ backend: 'webgpu', milliseconds: null, reason: 'device-lost' },
	]);
	// Its pixels went down with the worker they were moved to.
	expect(again).toHaveBeenCalledOnce();
	expect(wasm.embed).toHaveBeenCalledOnce();
	expect(onChange).toHaveBeenCalledTimes(2);
});

it('starts a worker that died again once, and passes its backend over the second time', async () => {
	backend('wasm', new AppError('worker-died'));
	backend('wasm', new AppError('worker-died'));
	backend('cpu');
	const engine = await start();
	await engine.embed(batch(), unattended, async () => batch());
	expect(choose.mock.calls.map((call) => call[3]?.length ?? 0)).toEqual([0, 1, 1]);
	expect(engine.current().ready.backend).toBe('cpu');
});

it('replaces a dead backend once, however many batches it was working on', async () => {
	backend('webgpu', new AppError('device-lost'), new AppError('device-lost'));
	const wasm = backend('wasm');
	const engine = await start();
	const embed = (): Promise<void> => engine.embed(batch(), unattended, async () => batch());
	await Promise.all([embed(), embed()]);
	expect(choose).toHaveBeenCalledTimes(2);
	expect(wasm.embed).toHaveBeenCalledTimes(2);
});

it('does not take a full disk for a dead backend', async () => {
	backend('wasm', new AppError('storage-full'));
	const engine = await start();
	const embedding = engine.embed(batch(), unattended, async () => batch());
	await expect(embedding).rejects.toMatchObject({ code: 'storage-full' });
	expect(choose).toHaveBeenCalledOnce();
});
