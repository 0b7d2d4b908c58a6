import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddingSetId } from '../../src/domain/embedding';
import type { LabelAssignment } from '../../src/domain/field';
import {
	defaultSpecification,
	type HeadSpecification,
	type InputBlock,
	type TrainedHead,
} from '../../src/domain/head';
import { type JobContext, unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import type { Product } from '../../src/domain/product';
import { artifactsOf } from '../../src/formats/plainNetwork';
import { encodePiece, projectPieces, projectStart } from '../../src/formats/projectFile';
import { assertRecords } from '../../src/formats/projectRecords';
import { embedInputs, missingInputs, type Networks } from '../../src/jobs/embedInputs';
import { importFiles } from '../../src/jobs/importFiles';
import { toClassify } from '../../src/jobs/labelledProducts';
import { loadManifest } from '../../src/jobs/loadManifest';
import { backboneById, photoEntry } from '../../src/jobs/modelEntries';
import { type PhotoEngine, startPhotoEngine } from '../../src/jobs/photoEngine';
import { sampleCatalogue } from '../../src/jobs/sampleCatalogue';
import type { Services } from '../../src/jobs/services';
import { trainAndReport } from '../../src/jobs/trainAndReport';
import { tuningPace } from '../../src/jobs/tuningPace';
import { foldBatchNorm } from '../../src/learning/foldBatchNorm';
import { readBackbone } from '../../src/learning/layersModel';
import { modelFiles } from '../../src/learning/modelFiles';
import { startBackend } from '../../src/learning/tfBackend';
import { cutBehind } from '../../src/learning/tuning/tail';
import { addWasmGradients } from '../../src/learning/tuning/wasmGradients';
import { largestDifference } from '../../src/maths/largestDifference';
import { normalPair, seededRandom } from '../../src/maths/seededRandom';
import { deleteEverything } from '../../src/storage/everything';
import { allHeads, headById } from '../../src/storage/heads';
import { allProducts } from '../../src/storage/products';
import { filesWorker } from '../../src/workers/files';
import { learnWorker } from '../../src/workers/learn';
import { newTuneWorker } from '../../src/workers/tune';
import { newVisionWorker } from '../../src/workers/vision';
import { backboneEntry, base } from './models';

/* A photo network that learns from the sample photos: real weights, real workers, real IndexedDB. */

const field = 'category';
let manifest: ModelsManifest;
let services: Services;
let products: Product[];
let assignments: LabelAssignment[];
const engines: PhotoEngine[] = [];

/** A new one for each loan, as after a reload. */
const networks: Networks = {
	async withPhotoEngine(network, job, use) {
		const entry = photoEntry(manifest, network);
		const engine = await startPhotoEngine(services, entry, () => {}, job);
		engines.push(engine);
		await use(engine);
		engine.close();
	},
	textEngine: () => Promise.reject(new Error('no title was to be read')),
};

const specification: HeadSpecification = {
	...defaultSpecification,
	field,
	photoDepth: 'partly',
	tuningEpochs: 2,
	epochs: 10,
};

const train = (changed: Partial<HeadSpecification>, job: JobContext = unattended) =>
	trainAndReport(
		services,
		manifest,
		{
			specification: { ...specification, ...changed },
			name: 'mine',
			products,
			assignments,
			choice: { by: 'seed', seed: 1, shares: { validation: 0.2, test: 0.2 } },
			backend: null,
			networks,
		},
		job,
	);

async function answers({ model }: TrainedHead): Promise<{ ranked: string[]; sure: Float32Array }> {
	const asked = { model, products: products.map(toClassify), ranks: 1, sureAt: null };
	const { nodes, ranked, probabilities } = await services.learn.remote.predict(asked, unattended);
	return { ranked: Array.from(ranked, (node) => nodes[node] ?? ''), sure: probabilities };
}

beforeAll(async () => {
	await deleteEverything();
	manifest = await loadManifest(base);
	services = {
		...{ base, files: filesWorker(), learn: learnWorker(), newLearn: learnWorker },
		...{ newVision: newVisionWorker, newTune: newTuneWorker },
	} as unknown as Services;
	const files = await sampleCatalogue(base, manifest, unattended);
	await importFiles(services, { importId: 'samples', files }, unattended);
	const counts = new Map<string, number>();
	products = (await allProducts())
		.filter(({ attributes: { category = '' } }) => {
			counts.set(category, (counts.get(category) ?? 0) + 1);
			return (counts.get(category) ?? 0) <= 6;
		})
		.map((product) => ({ ...product, title: '' }));
	assignments = products.map(({ id, attributes }) => ({
		...{ field, productId: id, label: attributes.category ?? '' },
		...{ by: 'column' as const, at: 1 },
	}));
}, 120_000);

afterAll(async () => {
	services.files.terminate('tests over');
	services.learn.terminate('tests over');
	for (const engine of engines) engine.close();
	await deleteEverything();
});

it('learns, is stored, and answers the same after a reload', async () => {
	const steps = new Set<string>();
	const { head, report } = await train(
		{},
		{ ...unattended, report: ({ step }) => steps.add(step) },
	);
	expect(steps).toContain('tune');
	const block = head.model.inputs[0] as InputBlock;
	const own = block.own;
	// The network said what the original says before it learned, and says something else now.
	expect(own?.learned.difference).toBeLessThan(1e-4);
	expect(block.stamp).not.toEqual(own?.base);
	expect(own?.weights.length).toBeGreaterThan(8);
	expect(own?.learned.curve.length).toBe(2);
	expect(own?.learned.heldOut).toBeGreaterThan(0);
	// Better than chance among six labels, after two epochs on thirty photos.
	expect(report?.test.accuracy.value).toBeGreaterThan(0.2);
	const before = await answers(head);

	// Everything but what is stored is gone: workers, embeddings of the network that has learned.
	services.learn.terminate('reload');
	const stored = await headById(head.id);
	if (!stored) throw new Error('not stored');
	expect(stored.model.inputs[0]?.own?.data.size).toBe(own?.data.size);
	const database = await import('../../src/storage/database').then((of) => of.openDatabase());
	const set = embeddingSetId(block.stamp);
	await database.delete('embeddings', IDBKeyRange.bound([set], [set, []]));
	const { inputs, views } = stored.model;
	const wanted = { inputs, views, products };
	expect((await missingInputs(wanted)).photos[0]?.plain.length).toBe(products.length);
	await embedInputs(services, { ...wanted, networks }, unattended);
	const after = await answers(stored);
	expect(after.ranked).toEqual(before.ranked);
	expect(largestDifference(after.sure, before.sure)).toBeLessThan(1e-4);
}, 120_000);

it('travels in a project’s file, and is refused when its weights are cut short', async () => {
	const [head] = await allHeads();
	if (!head) throw new Error('none');
	const written = async (value: unknown): Promise<Blob> => {
		const piece = { store: 'heads', records: [{ key: head.id, value }] };
		const end = { store: '', records: [], total: 1 };
		const parts = [...(await encodePiece(piece)), ...(await encodePiece(end))];
		return new Blob([projectStart(), ...parts]);
	};
	for await (const { piece } of projectPieces(await written(head))) {
		await assertRecords(piece);
		const read = piece.records[0]?.value as TrainedHead;
		const own = read.model.inputs[0]?.own;
		expect(await own?.data.arrayBuffer()).toEqual(
			await head.model.inputs[0]?.own?.data.arrayBuffer(),
		);
	}
	const damaged = structuredClone(head);
	const block = damaged.model.inputs[0];
	if (block?.own) block.own.data = block.own.data.slice(4);
	for await (const { piece } of projectPieces(await written(damaged)))
		await expect(assertRecords(piece)).rejects.toMatchObject({ code: 'project-damaged' });
});

it('can be stopped while the network learns, and leaves no head behind', async () => {
	const before = (await allHeads()).length;
	const controller = new AbortController();
	const job: JobContext = {
		signal: controller.signal,
		report: ({ step, done }) => {
			if (step === 'tune' && done > 0)
				controller.abort(new DOMException('cancelled', 'AbortError'));
		},
	};
	await expect(train({}, job)).rejects.toMatchObject({ name: 'AbortError' });
	expect((await allHeads()).length).toBe(before);
}, 60_000);

it('begins from nothing, too', async () => {
	const { head, report } = await train({ photoDepth: 'scratch', tuningEpochs: 2 });
	const [block] = head.model.inputs;
	expect(block?.own?.base).toBeNull();
	expect(block?.dimensions).toBe(256);
	expect(report?.test.count).toBeGreaterThan(5);
	expect((await answers(head)).ranked.every((label) => label !== '')).toBe(true);
}, 120_000);

it('says beforehand how long a photo takes', async () => {
	const entry = backboneById(manifest, 'mobilenetv2');
	const pace = await tuningPace(services, { entry, stages: 1, labels: 6, backend: null });
	expect(pace.look).toBeGreaterThan(1);
	expect(pace.learn).toBeGreaterThan(1);
}, 60_000);

describe('the derivatives of a real tail', () => {
	it('are on WASM what they are on the cpu backend', async () => {
		const entry = await backboneEntry('mobilenetv2');
		const stage = entry.stages[0];
		if (!stage) throw new Error('no stage');
		const whole = await readBackbone(entry, modelFiles(entry, base), () => {});
		const { tail } = cutBehind(foldBatchNorm(whole), stage.layer, stage.shape);
		const random = seededRandom(5);
		const noise = (length: number): Float32Array =>
			Float32Array.from({ length }, () => normalPair(random)[0]);
		const shape: [number, number, number, number] = [2, ...stage.shape];
		const [input, pull] = [noise(shape.reduce((a, b) => a * b)), noise(2 * 736)];

		async function gradients(): Promise<Map<string, Float32Array>> {
			const network = await loadLayersModel({ load: async () => artifactsOf(tail) });
			const before = tf.memory().numTensors;
			const variables = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
			const found = new Map<string, Float32Array>();
			tf.tidy(() => {
				const { grads } = tf.variableGrads(() => {
					const rows = network.apply(tf.tensor4d(input, shape)) as tf.Tensor2D;
					return tf.sum(tf.mul(rows, tf.tensor2d(pull, [2, 736]))) as tf.Scalar;
				}, variables);
				for (const [at, weight] of network.trainableWeights.entries())
					found.set(
						weight.originalName,
						(grads[variables[at]?.name ?? ''] as tf.Tensor).dataSync<'float32'>().slice(),
					);
			});
			expect(tf.memory().numTensors).toBe(before);
			network.dispose();
			return found;
		}

		await startBackend('wasm');
		addWasmGradients();
		const own = await gradients();
		await tf.setBackend('cpu');
		const theirs = await gradients();
		expect([...own.keys()].sort()).toEqual([...theirs.keys()].sort());
		// Kernels and biases of the tail's convolutions, without those of its two depthwise ones.
		expect(own.size).toBe(8);
		for (const [name, values] of theirs) {
			const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
			const difference = largestDifference(own.get(name) ?? [], values);
			expect(difference / largest, name).toBeLessThan(1e-5);
		}
	}, 60_000);
});
