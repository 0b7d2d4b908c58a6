import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNetworkFiles, writeNetworkFiles } from '../../../scripts/models/networkFiles';
import { store, stretchChannels } from '../../../scripts/models/quantise';
import { loadFiles, loadPlain } from '../../../scripts/models/runNetwork';
import { type PlainNetwork, readNetwork } from '../../../src/formats/plainNetwork';
import { foldBatchNorm } from '../../../src/learning/foldBatchNorm';
import { cosine } from '../../../src/maths/cosine';
import { tinyNetwork } from './tinyNetwork';

let folder = '';
beforeAll(async () => {
	await tf.setBackend('cpu');
	folder = await mkdtemp(join(tmpdir(), 'aisle-'));
});
afterAll(() => rm(folder, { recursive: true }));

const kernelsIn8Bits = (name: string): 'uint8' | 'float32' =>
	name.endsWith('kernel') ? 'uint8' : 'float32';

async function embedding(model: tf.LayersModel): Promise<Float32Array> {
	const [first] = tf.tidy(
		() => model.predict(tf.randomUniform([1, 8, 8, 3], -1, 1, 'float32', 3)) as tf.Tensor[],
	);
	return (await first?.data<'float32'>()) ?? new Float32Array();
}

async function cosineOf(network: PlainNetwork): Promise<number> {
	const path = join(folder, 'cosine');
	await writeNetworkFiles(path, network, store(network, kernelsIn8Bits));
	const shipped = await embedding(await loadFiles(join(path, 'model.json')));
	return cosine(shipped, await embedding(await loadPlain(tinyNetwork())));
}

describe('stretching channels', () => {
	it('changes no answer', async () => {
		const stretched = stretchChannels(tinyNetwork(), () => true);
		const before = await embedding(await loadPlain(tinyNetwork()));
		const after = await embedding(await loadPlain(stretched));
		for (const [i, value] of before.entries()) {
			const error = Math.abs((after[i] ?? Number.NaN) - value);
			expect(error).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
		}
	});

	it('fills the range in every channel, also of a kernel full of zeros', () => {
		const network = tinyNetwork();
		const zeros = { shape: [3, 3, 6, 6], data: new Float32Array(324) };
		network.weights.set('c3/kernel', zeros);
		const stretched = stretchChannels(network, () => true);
		expect(stretched.weights.get('c3/kernel')).toEqual(zeros);
		const { data } = stretched.weights.get('c1/kernel') ?? zeros;
		for (let channel = 0; channel < 6; channel++) {
			const largest = Math.max(...data.filter((_, i) => i % 6 === channel).map(Math.abs));
			expect(largest).toBeCloseTo(1, 6);
		}
	});

	it('makes 8 bits cost less than half of what they cost without', async () => {
		const stretched = 1 - (await cosineOf(stretchChannels(tinyNetwork(), () => true)));
		const plain = 1 - (await cosineOf(foldBatchNorm(tinyNetwork())));
		expect(stretched).toBeLessThan(plain / 2);
		expect(stretched).toBeLessThan(0.001);
	});
});

describe('reading', () => {
	it('refuses weights that are cut off, left over or named twice', async () => {
		const network = tinyNetwork();
		await writeNetworkFiles(folder, network, store(network, kernelsIn8Bits));
		const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
		const bytes = new Uint8Array(await readFile(join(folder, 'weights-1-of-1.bin')));
		expect(() => readNetwork(model, [bytes.subarray(4)])).toThrow('cut off');
		expect(() => readNetwork(model, [bytes, new Uint8Array(4)])).toThrow('weights end');
		const [group] = model.weightsManifest;
		const twice = [{ ...group, weights: [...group.weights, group.weights[0]] }];
		expect(() => readNetwork({ ...model, weightsManifest: twice }, [bytes])).toThrow('comes twice');
	});
});

describe('stored weights', () => {
	it('are at most half a step off in 8 bits, and 0 is 0', async () => {
		const network = tinyNetwork();
		network.weights.get('c1/kernel')?.data.fill(0, 0, 9);
		await writeNetworkFiles(folder, network, store(network, kernelsIn8Bits));
		const read = await readNetworkFiles(join(folder, 'model.json'));
		for (const [name, { shape, data }] of network.weights) {
			const found = read.weights.get(name);
			expect(found?.shape).toEqual(shape);
			const step = name.endsWith('kernel') ? Math.max(...data.map(Math.abs)) / 127 : 0;
			for (const [i, value] of data.entries()) {
				const error = Math.abs((found?.data[i] ?? Number.NaN) - value);
				if (!(error <= step * 0.5001)) expect(error).toBeLessThanOrEqual(step / 2);
				if (value === 0 && step > 0) expect(found?.data[i]).toBeCloseTo(0, 7);
			}
		}
	});

	it('are within a thousandth in 16 bits', async () => {
		const network = tinyNetwork();
		await writeNetworkFiles(
			folder,
			network,
			store(network, () => 'float16'),
		);
		const read = await readNetworkFiles(join(folder, 'model.json'));
		for (const [name, { data }] of network.weights)
			for (const [i, value] of data.entries()) {
				const error = Math.abs((read.weights.get(name)?.data[i] ?? Number.NaN) - value);
				expect(error).toBeLessThanOrEqual(Math.abs(value) / 1024);
			}
	});

	it('come out the same twice', async () => {
		const contents = async (name: string): Promise<Buffer[]> => {
			const network = stretchChannels(tinyNetwork(), () => true);
			const path = join(folder, name);
			await writeNetworkFiles(path, network, store(network, kernelsIn8Bits));
			const files = (await readdir(path)).sort();
			return Promise.all(files.map((file) => readFile(join(path, file))));
		};
		expect(await contents('second')).toEqual(await contents('first'));
	});

	it('lie in shards of at most 4 MB, and are put together again', async () => {
		const network = tinyNetwork();
		const large = Float32Array.from({ length: 2_500_000 }, (_, i) => i % 1000);
		network.weights.set('head/kernel', { shape: [500_000, 5], data: large });
		const path = join(folder, 'large');
		await writeNetworkFiles(
			path,
			network,
			store(network, () => 'float32'),
		);
		const shards = (await readdir(path)).filter((name) => name.endsWith('.bin'));
		expect(shards).toHaveLength(3);
		for (const shard of shards)
			expect((await stat(join(path, shard))).size).toBeLessThanOrEqual(4 * 1024 * 1024);
		const read = await readNetworkFiles(join(path, 'model.json'));
		// Not toEqual: it looks at every one of 2.5 million numbers with great care.
		const found = read.weights.get('head/kernel')?.data ?? new Float32Array();
		expect(Buffer.compare(Buffer.from(found.buffer), Buffer.from(large.buffer))).toBe(0);
	});
});
