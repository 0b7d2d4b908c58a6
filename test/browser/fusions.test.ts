import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fusions } from '../../src/domain/fusion';
import { defaultSpecification, withFusion } from '../../src/domain/head';
import { type JobContext, unattended } from '../../src/domain/job';
import type { TrainingRows } from '../../src/learning/heads/kindResult';
import { trainHead } from '../../src/learning/heads/trainHead';
import { startBackend } from '../../src/learning/tfBackend';
import { normalPair, seededRandom } from '../../src/maths/seededRandom';

/* Fusions on the real WASM backend: every kernel is there, nothing stays behind, and chance is seeded. */

const random = seededRandom(1);
const classes = Int32Array.from({ length: 80 }, (_, row) => row % 4);
const rows: TrainingRows = {
	values: Float32Array.from({ length: 80 * 24 }, (_, i) => {
		const row = Math.floor(i / 24);
		// A photo that tells one half of the labels, a title that tells the other.
		const tells = i % 24 < 16 ? (classes[row] as number) % 2 : (classes[row] as number) >> 1;
		return 2 * tells + normalPair(random)[0];
	}),
	views: [],
	averagedViews: 0,
	classes,
	folds: Int16Array.from(classes, (_, row) => (row % 5 === 0 ? 0 : -1)),
	labels: 4,
	blocks: [
		{ source: 'photo', dimensions: 16 },
		{ source: 'title', dimensions: 8 },
	],
};

beforeAll(async () => {
	await startBackend('wasm');
});

describe.each(fusions)('%s', (fusion) => {
	const specification = {
		...withFusion(defaultSpecification, fusion),
		modality: 'both' as const,
		epochs: 8,
	};

	it('comes out the same twice and leaves no tensor', async () => {
		const before = memory().numTensors;
		const first = await trainHead(rows, specification, unattended);
		expect(memory().numTensors).toBe(before);
		expect((await trainHead(rows, specification, unattended)).parameters).toEqual(first.parameters);
	});

	it('leaves no tensor when it is cancelled or fails', async () => {
		const before = memory().numTensors;
		const controller = new AbortController();
		const cancelled: JobContext = { signal: controller.signal, report: () => controller.abort() };
		await expect(trainHead(rows, specification, cancelled)).rejects.toMatchObject({
			name: 'AbortError',
		});
		const failing: JobContext = {
			...unattended,
			report() {
				throw new Error('the page is gone');
			},
		};
		await expect(trainHead(rows, specification, failing)).rejects.toThrow('the page is gone');
		expect(memory().numTensors).toBe(before);
	});
});
