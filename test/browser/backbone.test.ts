import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type JobContext, type Progress, unattended } from '../../src/domain/job';
import { Backbone } from '../../src/learning/backbone';
import { loadNetwork } from '../../src/learning/layersModel';
import { modelFiles } from '../../src/learning/modelFiles';
import { selfTest } from '../../src/learning/selfTest';
import { startBackend, type TfBackend } from '../../src/learning/tfBackend';
import { visionService } from '../../src/learning/visionService';
import { pooled } from './pooled';
import { tinyBackbone, tinyPixels } from './tinyBackbone';

const base = 'http://localhost/below/a/folder/';

let tiny: Awaited<ReturnType<typeof tinyBackbone>>;
let backend: TfBackend;
let requests: string[];

beforeEach(async () => {
	tiny = await tinyBackbone();
	backend = await startBackend('wasm');
	requests = [];
	const through = globalThis.fetch;
	vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
		const url = String(input);
		if (!url.startsWith(base)) return through(input, init);
		requests.push(`${init?.cache} ${url}`);
		const file = tiny.served.get(url.slice(`${base}models/`.length));
		// What a single-page host says of a file that is not there.
		const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
		return file ? new Response(file) : page;
	});
});

afterEach(() => vi.unstubAllGlobals());

const load = async (): Promise<Backbone> => {
	const network = await loadNetwork(tiny.entry, modelFiles(tiny.entry, base), () => {});
	return new Backbone(tiny.entry, network, backend);
};

const photos = (count: number): Uint8Array =>
	Uint8Array.from({ length: count * tinyPixels }, (_, i) => (i * 31) % 256);

describe('a backbone', () => {
	it('gives each photo the same embedding and beliefs, alone or among others', async () => {
		const backbone = await load();
		const pixels = photos(5);
		backbone.pace(100); // four at once
		const together = await backbone.embed(pixels, unattended.signal);
		expect(together.embedding).toHaveLength(5 * 4);
		for (let photo = 0; photo < 5; photo++) {
			const row = [...(together.beliefs ?? [])].slice(photo * 4, photo * 4 + 4);
			expect(row.reduce((sum, belief) => sum + belief, 0)).toBeCloseTo(1, 5);
		}
		backbone.pace(1e6); // one at a time
		const alone = await backbone.embed(pixels.subarray(4 * tinyPixels), unattended.signal);
		for (const [i, value] of alone.embedding.entries())
			expect(together.embedding[4 * 4 + i]).toBeCloseTo(value, 5);
		backbone.dispose();
	});

	it('leaves no tensors behind: not after success, cancel, failure, nor when it is gone', async () => {
		const before = memory().numTensors;
		const backbone = await load();
		const loaded = memory().numTensors;
		expect(loaded).toBeGreaterThan(before);

		await selfTest(backbone, modelFiles(tiny.entry, base), unattended.signal);
		await backbone.embed(photos(5), unattended.signal);
		expect(memory().numTensors).toBe(loaded);

		const controller = new AbortController();
		backbone.pace(1e6);
		const cancelled = backbone.embed(photos(9), controller.signal, (done) => {
			if (done === 3) controller.abort();
		});
		await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
		expect(memory().numTensors).toBe(loaded);

		const dead = new Backbone(
			tiny.entry,
			await loadNetwork(tiny.entry, modelFiles(tiny.entry, base), () => {}),
			{
				...backend,
				guarded: (work) => work.then(() => Promise.reject(new Error('device gone'))),
			},
		);
		await expect(dead.embed(photos(2), unattended.signal)).rejects.toThrow('device gone');
		dead.dispose();
		expect(memory().numTensors).toBe(loaded);

		backbone.dispose();
		expect(memory().numTensors).toBe(before);
	});

	it('says before pooling what its embedding averages, and leaves no tensors behind', async () => {
		const before = memory().numTensors;
		const backbone = await load();
		const loaded = memory().numTensors;
		const pixels = photos(3);
		const { embedding } = await backbone.embed(pixels, unattended.signal);
		for (let again = 0; again < 2; again++) {
			const found = await backbone.features(pixels);
			expect(found.map((layers) => layers.map(({ channels }) => channels))).toEqual([
				[4],
				[4],
				[4],
			]);
			expect(pooled(found)).toHaveLength(embedding.length);
			for (const [i, value] of pooled(found).entries())
				expect(value).toBeCloseTo(embedding[i] ?? 0, 4);
			expect(memory().numTensors).toBe(loaded);
		}
		backbone.dispose();
		expect(memory().numTensors).toBe(before);
	});

	it('answers a cancel between two steps', async () => {
		const backbone = await load();
		backbone.pace(1e6);
		const controller = new AbortController();
		const steps: number[] = [];
		const embedding = backbone.embed(photos(50), controller.signal, (done) => steps.push(done));
		setTimeout(() => controller.abort());
		await expect(embedding).rejects.toMatchObject({ name: 'AbortError' });
		expect(steps.length).toBeLessThan(50);
		backbone.dispose();
	});

	it('refuses pixels that are not whole photos', async () => {
		const backbone = await load();
		await expect(backbone.embed(new Uint8Array(10), unattended.signal)).rejects.toThrow('whole');
		backbone.dispose();
	});
});

describe('the self-test', () => {
	it('lets right answers pass and measures', async () => {
		const backbone = await load();
		const result = await selfTest(backbone, modelFiles(tiny.entry, base), unattended.signal);
		expect(result.referenceCosine).toBeGreaterThan(0.9999);
		expect(result.millisecondsPerPhoto).toBeGreaterThan(0);
		backbone.dispose();
	});

	it.each([
		['zeros', () => 0],
		['not-a-numbers', () => Number.NaN],
		['something else', (_: number, i: number) => i - 2],
	])('refuses a backend that answers %s', async (_, wrong) => {
		const backbone = await load();
		const { embed } = backbone;
		vi.spyOn(backbone, 'embed').mockImplementation(async (...input) => {
			const result = await embed.apply(backbone, input);
			return { ...result, embedding: result.embedding.map(wrong) };
		});
		const test = selfTest(backbone, modelFiles(tiny.entry, base), unattended.signal);
		await expect(test).rejects.toMatchObject({ code: 'backend-wrong-answers' });
		backbone.dispose();
	});
});

describe('model files', () => {
	const loadIn = (job: JobContext = unattended) =>
		visionService().load({ backbone: tiny.entry, backend: 'wasm', base }, job);

	it('load from below the app, in steps that are told', async () => {
		const seen: Progress[] = [];
		const ready = await loadIn({ ...unattended, report: (progress) => void seen.push(progress) });
		expect(ready.referenceCosine).toBeGreaterThan(0.999);
		expect(requests[0]).toBe(`default ${base}models/tiny/model.json`);
		expect(seen.map(({ step, done }) => `${step} ${done}`)).toEqual([
			'load-model 1',
			'load-model 2',
			'check-backend 0',
			'check-backend 1',
		]);
	});

	it('that are missing behind a single-page host are named, and leave no tensors', async () => {
		const before = memory().numTensors;
		tiny.served.delete('tiny/shard.bin');
		await expect(loadIn()).rejects.toMatchObject({
			code: 'model-missing',
			detail: { file: 'tiny/shard.bin' },
		});
		expect(memory().numTensors).toBe(before);
	});

	it.each(['tiny/model.json', 'tiny/shard.bin', 'tiny/reference.bin'])(
		'that were altered in one byte are refused: %s',
		async (path) => {
			const before = memory().numTensors;
			const bytes = tiny.served.get(path);
			if (bytes) bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
			await expect(loadIn()).rejects.toMatchObject({
				code: 'model-damaged',
				detail: { file: path },
			});
			expect(memory().numTensors).toBe(before);
		},
	);

	it('that an old cache spoils are fetched past it', async () => {
		const intact = tiny.served.get('tiny/shard.bin');
		tiny.served.set('tiny/shard.bin', new Uint8Array(3));
		const stubbed = globalThis.fetch;
		vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
			if (init?.cache === 'reload' && intact) tiny.served.set('tiny/shard.bin', intact);
			return stubbed(input, init);
		});
		await loadIn();
		expect(requests).toContain(`reload ${base}models/tiny/shard.bin`);
	});

	it('are not waited for after a cancel', async () => {
		const before = memory().numTensors;
		const controller = new AbortController();
		const loading = loadIn({ signal: controller.signal, report: () => controller.abort() });
		await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
		expect(memory().numTensors).toBe(before);
	});
});
