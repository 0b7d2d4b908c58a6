import { expect, it } from 'vitest';
import { unattended } from '../../src/domain/job';
import { chooseVisionBackend, overrideBackend } from '../../src/jobs/chooseBackend';
import { chooseTextBackend } from '../../src/jobs/chooseTextBackend';
import { setting } from '../../src/storage/settings';
import { newTextWorker } from '../../src/workers/text';
import { newVisionWorker } from '../../src/workers/vision';
import { backboneEntry, base, textEncoderEntry } from './models';

const services = { base, newVision: newVisionWorker, newText: newTextWorker };

it('photos: passes over the software adapter, remembers the winner, embeds side by side', async () => {
	const entry = await backboneEntry('mobilenetv2');
	const first = await chooseVisionBackend(services, entry, unattended);
	const { choice, pool, ready } = first;
	expect(choice.backend).toMatch(/^wasm/);
	expect(choice.findings[0]).toMatchObject({ backend: 'webgpu', reason: 'software-adapter' });
	expect(ready.referenceCosine).toBeGreaterThanOrEqual(0.999);
	expect((await setting('backends'))?.mobilenetv2).toEqual(choice);

	const batch = (id: string) => ({ photoIds: [id], pixels: new Uint8Array(224 * 224 * 3) });
	const ids = Array.from({ length: pool.size + 1 }, (_, i) => String(i));
	const done = await Promise.all(ids.map((id) => pool.remote.embed(batch(id), unattended)));
	expect(done).toEqual(ids.map(() => ({ photos: 1 })));
	pool.terminate('test over');

	await overrideBackend('mobilenetv2', 'wasm');
	const second = await chooseVisionBackend(services, entry, unattended);
	expect(second.choice).toMatchObject({ backend: 'wasm', by: 'chosen' });
	second.pool.terminate('test over');
});

it('titles: says why WebGPU is passed over', async () => {
	const entry = await textEncoderEntry('all-MiniLM-L6-v2');
	const { choice, ready, worker } = await chooseTextBackend(services, entry, unattended);
	expect(choice.findings.map(({ backend, reason }) => [backend, reason])).toEqual([
		['webgpu', 'rounds-differently'],
		['wasm', null],
	]);
	expect(ready.millisecondsPerTitle).toBeGreaterThan(0);
	worker.terminate('test over');
});
