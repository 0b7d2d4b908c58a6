import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { unattended } from '../../src/domain/job';
import { Backbone } from '../../src/learning/backbone';
import { loadNetwork } from '../../src/learning/layersModel';
import { startBackend } from '../../src/learning/tfBackend';
import { tinyBackbone, tinyPixels } from './tinyBackbone';

it('a lost WebGPU device ends the work at hand and all later work, and is named', async () => {
	const webgpu = await startBackend('webgpu');
	const before = memory().numTensors;
	const { entry, served } = await tinyBackbone();
	const bytes = async (path: string) => served.get(path) ?? new Uint8Array();
	const backbone = new Backbone(entry, await loadNetwork(entry, { bytes }, () => {}), webgpu);
	const photos = (count: number): Uint8Array => new Uint8Array(count * tinyPixels).fill(100);
	await backbone.embed(photos(1), unattended.signal);

	const working = backbone.embed(photos(200), unattended.signal, (done) => {
		if (done === 3) (backend() as WebGPUBackend).device.destroy();
	});
	await expect(working).rejects.toMatchObject({ code: 'device-lost' });
	const later = backbone.embed(photos(1), unattended.signal);
	await expect(later).rejects.toMatchObject({ code: 'device-lost' });
	backbone.dispose();
	expect(memory().numTensors).toBe(before);
});
