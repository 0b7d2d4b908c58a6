import { beforeAll, describe, expect, it, vi } from 'vitest';
import { embeddingSetId } from '../../src/domain/embedding';
import { unattended } from '../../src/domain/job';
import { textService } from '../../src/learning/textService';
import { cosine } from '../../src/maths/cosine';
import { embeddings } from '../../src/storage/embeddings';
import { newTextWorker } from '../../src/workers/text';
import { base, outsideRequests, textEncoderEntry } from './models';

const dimensions = 384;

describe('MiniLM in the text worker', () => {
	const worker = newTextWorker();
	const embed = async (...texts: string[]): Promise<Float32Array[]> => {
		const { vectors } = await worker.remote.embed({ texts }, unattended);
		return texts.map((_, i) => vectors.subarray(i * dimensions, (i + 1) * dimensions));
	};

	beforeAll(async () => {
		const encoder = await textEncoderEntry('all-MiniLM-L6-v2');
		await worker.remote.load({ encoder, backend: 'wasm', base }, unattended);
		return () => worker.terminate('tests over');
	});

	it('finds what means the same', async () => {
		const [shoes, same, pan] = (await embed(
			'red running shoes for men',
			'crimson jogging sneakers, male',
			'stainless steel saucepan with lid',
		)) as [Float32Array, Float32Array, Float32Array];
		expect(cosine(shoes, same)).toBeGreaterThan(0.6);
		expect(cosine(shoes, same)).toBeGreaterThan(cosine(shoes, pan) + 0.3);
		expect(Math.hypot(...shoes)).toBeCloseTo(1, 5);
	});

	it('gives a text the same vector whatever it is embedded with', async () => {
		const [alone] = await embed('Titan Women Silver Watch');
		const among = await embed('a', 'Titan Women Silver Watch', 'long '.repeat(300));
		expect(among[1]).toEqual(alone);
	});

	it('takes any text: empty, emoji, another script, right to left, very long', async () => {
		for (const vector of await embed('', '👟👟', '红色跑鞋', 'حذاء أحمر', 'x'.repeat(5000)))
			expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
		const [long, longer] = await embed('red shoes '.repeat(600), 'red shoes '.repeat(700));
		expect(longer).toEqual(long);
	});

	it('answers a cancel', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 100);
		const texts = Array.from({ length: 3000 }, (_, i) => `title number ${i}`);
		const job = { ...unattended, signal: controller.signal };
		const begin = performance.now();
		await expect(worker.remote.embed({ texts }, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(performance.now() - begin).toBeLessThan(2500);
	});
});

describe('the text service', () => {
	it('stores rows, and asks nothing of anyone else', async () => {
		const service = textService();
		const encoder = await textEncoderEntry('all-MiniLM-L6-v2');
		const { stamp } = await service.load({ encoder, backend: 'wasm', base }, unattended);
		expect(stamp).toMatchObject({ output: 'all-MiniLM-L6-v2', numerics: 'wasm' });
		const items = Array.from({ length: 20 }, (_, i) => ({ id: `t${i}`, text: `title ${i}` }));
		const reports: number[] = [];
		const job = { ...unattended, report: ({ done }: { done: number }) => void reports.push(done) };
		expect(await service.embedAndStore({ items }, job)).toEqual({ texts: 20 });
		expect(reports).toEqual([16, 20]);
		const rows = await embeddings(embeddingSetId(stamp), ['t0', 't19', 'none']);
		expect(rows.map((row) => row?.length)).toEqual([dimensions, dimensions, undefined]);
		// The runtime of 14 MB, not the one of 27.
		const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
		expect(fetched.some((name) => name.endsWith('/ort-wasm-simd-threaded.wasm'))).toBe(true);
		expect(fetched.filter((name) => name.includes('asyncify'))).toEqual([]);
		expect(outsideRequests()).toEqual([]);
	});

	it('names a file that is missing, and one that was altered', async () => {
		const encoder = await textEncoderEntry('all-MiniLM-L6-v2');
		const [first, ...others] = encoder.files;
		if (!first) throw new Error('no files');
		const load = (file: typeof first) =>
			textService().load(
				{ encoder: { ...encoder, files: [file, ...others] }, backend: 'wasm', base },
				unattended,
			);
		const path = `${encoder.folder}/nowhere.json`;
		// Not asked of the test's own server: that answers with the app's page, and then prepares all it imports.
		const missing = () => Promise.resolve(new Response(null, { status: 404 }));
		vi.spyOn(globalThis, 'fetch').mockImplementationOnce(missing).mockImplementationOnce(missing);
		await expect(load({ ...first, path })).rejects.toMatchObject({
			code: 'model-missing',
			detail: { file: path },
		});
		await expect(load({ ...first, sha256: '0'.repeat(64) })).rejects.toMatchObject({
			code: 'model-damaged',
			detail: { file: first.path },
		});
	});
});
