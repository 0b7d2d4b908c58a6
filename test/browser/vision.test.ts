import { afterEach, describe, expect, it } from 'vitest';
import type { BackboneReady, VisionBackend } from '../../src/domain/backends';
import { embeddingSetId } from '../../src/domain/embedding';
import { unattended } from '../../src/domain/job';
import type { BackboneEntry } from '../../src/domain/models';
import { cosine } from '../../src/maths/cosine';
import { embeddings } from '../../src/storage/embeddings';
import { transfer } from '../../src/workers/rpc';
import { newVisionWorker } from '../../src/workers/vision';
import { backboneEntry, base } from './models';
import { pooled } from './pooled';

/* Real weights, in real workers. WebGPU is a software adapter here: right, and very slow. */

const worker = newVisionWorker();
afterEach(() => worker.terminate('test over'));

const names = ['abel-y-costa-716024-unsplash', 'adam-birkett-239153-unsplash'];

/** Squeezed rather than padded: any picture will do here. RGB, `[n, size, size, 3]`. */
async function photos(size: number): Promise<Uint8Array> {
	const pixels = new Uint8Array(names.length * size * size * 3);
	const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no canvas');
	let to = 0;
	for (const name of names) {
		const file = await fetch(`${base}models/sample-catalogue/photos/${name}.jpg`);
		context.drawImage(await createImageBitmap(await file.blob()), 0, 0, size, size);
		for (const [i, value] of context.getImageData(0, 0, size, size).data.entries())
			if (i % 4 < 3) pixels[to++] = value;
	}
	return pixels;
}

async function embedded(
	entry: BackboneEntry,
	backend: VisionBackend,
): Promise<{ ready: BackboneReady; rows: Float32Array[][] }> {
	const ready = await worker.remote.load({ backbone: entry, backend, base }, unattended);
	const pixels = await photos(entry.preprocessing.size);
	const photoIds = names.map((name) => `${name} on ${backend}`);
	const input = transfer({ photoIds, pixels }, [pixels.buffer]);
	expect(await worker.remote.embed(input, unattended)).toEqual({ photos: names.length });
	expect(pixels.length).toBe(0);
	const rows = await Promise.all(
		ready.stamps.map((stamp) => embeddings(embeddingSetId(stamp), photoIds)),
	);
	return { ready, rows: rows as Float32Array[][] };
}

describe('MobileNetV2', () => {
	let onWasm: Float32Array[] = [];

	it('embeds and stores photos on plain WASM', async () => {
		const { ready, rows } = await embedded(await backboneEntry('mobilenetv2'), 'wasm');
		expect(ready).toMatchObject({ backend: 'wasm', threads: 1 });
		onWasm = rows[0] ?? [];
		expect(onWasm.map((row) => row.length)).toEqual([736, 736]);
		// Different things do not look the same.
		expect(cosine(onWasm[0] as Float32Array, onWasm[1] as Float32Array)).toBeLessThan(0.98);
	});

	it.each(['wasm-threads', 'webgpu'] as const)(
		'agrees with that on %s',
		async (backend) => {
			const { ready, rows } = await embedded(await backboneEntry('mobilenetv2'), backend);
			expect(ready.referenceCosine).toBeGreaterThanOrEqual(0.999);
			for (const [i, row] of rows[0]?.entries() ?? [])
				expect(cosine(row, onWasm[i] as Float32Array)).toBeGreaterThanOrEqual(0.999);
			// The software adapter shares its cores with whatever else the machine does.
		},
		180_000,
	);

	it('answers a cancel and can be used again', async () => {
		const backbone = await backboneEntry('mobilenetv2');
		await worker.remote.load({ backbone, backend: 'wasm', base }, unattended);
		const pixels = new Uint8Array(200 * 224 * 224 * 3);
		const photoIds = Array.from({ length: 200 }, (_, i) => String(i));
		const controller = new AbortController();
		const begin = performance.now();
		setTimeout(() => controller.abort(), 200);
		const job = { ...unattended, signal: controller.signal };
		await expect(worker.remote.embed({ photoIds, pixels }, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(performance.now() - begin).toBeLessThan(2500);
		const again = { photoIds: ['one'], pixels: pixels.slice(0, 224 * 224 * 3) };
		expect(await worker.remote.embed(again, unattended)).toEqual({ photos: 1 });
	});
});

describe('ResNet-50', () => {
	it('gives the stored answer on WASM, and its beliefs about 1,000 classes', async () => {
		const { ready, rows } = await embedded(await backboneEntry('resnet50'), 'wasm');
		expect(ready.referenceCosine).toBeGreaterThanOrEqual(0.999);
		expect(ready.stamps.map(({ output }) => output)).toEqual(['resnet50', 'resnet50.beliefs']);
		expect(rows.map((set) => set.map((row) => row.length))).toEqual([
			[2048, 2048],
			[1000, 1000],
		]);
		for (const row of rows[1] ?? []) expect(Math.max(...row)).toBeGreaterThan(0);
	});
});

describe.each([
	['mobilenetv2', [14, 7]],
	['resnet50', [7]],
])('the features of %s', (id, grids) => {
	it('are what its embedding is the average of', async () => {
		const entry = await backboneEntry(id);
		const { rows } = await embedded(entry, 'wasm');
		const pixels = await photos(entry.preprocessing.size);
		const found = await worker.remote.features({ pixels }, unattended);
		for (const layers of found.photos) expect(layers.map(({ height }) => height)).toEqual(grids);
		const averages = pooled(found.photos);
		const stored = rows[0]?.flatMap((row) => [...row]) ?? [];
		expect(averages).toHaveLength(stored.length);
		const farthest = averages.reduce(
			(most, value, i) => Math.max(most, Math.abs(value - (stored[i] as number))),
			0,
		);
		expect(farthest).toBeLessThan(1e-4);
	});
});

describe('a worker that knows nothing', () => {
	it('says that the one before it died', async () => {
		const input = { photoIds: ['a'], pixels: new Uint8Array(224 * 224 * 3) };
		await expect(worker.remote.embed(input, unattended)).rejects.toMatchObject({
			code: 'worker-died',
		});
	});
});
