import { loadFromFiles } from '@teachablemachine/image';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHarness } from '../../bench/harness/pageHarness';
import { embeddingSetId } from '../../src/domain/embedding';
import { AppError } from '../../src/domain/errors';
import {
	defaultSpecification,
	type HeadKind,
	type HeadModel,
	headKinds,
	type TrainedHead,
} from '../../src/domain/head';
import { type ExportChoice, exportObstacle } from '../../src/domain/headExport';
import { unattended } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import { newZipBudget, zippedFiles } from '../../src/formats/zip';
import { embedViews } from '../../src/jobs/embedViews';
import { exportHead } from '../../src/jobs/exportHead';
import { importFiles } from '../../src/jobs/importFiles';
import { importHead } from '../../src/jobs/importHead';
import { headInputs } from '../../src/jobs/labelledProducts';
import { sampleCatalogue } from '../../src/jobs/sampleCatalogue';
import { embeddings, putEmbeddings } from '../../src/storage/embeddings';
import { deleteEverything } from '../../src/storage/everything';
import { allHeads, reportOf } from '../../src/storage/heads';
import { allProducts } from '../../src/storage/products';
import { madeUpReport } from '../unit/formats/madeUpReport';
import { madeUpHead } from '../unit/learning/exportedHeads';

/* Real networks on real photos, written, read again and asked in real workers; only what the heads learned is made up. */

type Harness = Awaited<ReturnType<typeof pageHarness>>;
let harness: Harness;
let products: Product[];

beforeAll(async () => {
	await deleteEverything();
	harness = await pageHarness();
	const { services, manifest } = harness;
	const files = await sampleCatalogue(services.base, manifest, unattended);
	await importFiles(services, { importId: 'sample', files }, unattended);
	products = (await allProducts()).slice(0, 12);
	const embedded = await harness.embed(
		{ products, backbone: 'mobilenetv2', titles: true },
		unattended,
	);
	await harness.embed({ products, backbone: 'resnet50', titles: false }, unattended);
	const photoIds = products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId));
	if (!embedded.photos) throw new Error('no photo network');
	await embedViews(services, { photoIds, views: ['mirror'], engine: embedded.photos }, unattended);
}, 120_000);
afterAll(deleteEverything);

interface Made {
	kind?: HeadKind;
	modality?: 'photo' | 'title' | 'both';
	backbones?: string[];
	views?: HeadModel['views'];
}

function madeUp({
	kind = 'softmax',
	modality = 'photo',
	backbones = ['mobilenetv2'],
	views = [],
}: Made): TrainedHead {
	const specification = {
		...defaultSpecification,
		...{ kind, modality, field: 'kind' },
		backbones: modality === 'title' ? [] : backbones,
	};
	const inputs = headInputs(specification, harness.manifest);
	const dimensions = inputs.reduce((sum, block) => sum + block.dimensions, 0);
	const model = { ...madeUpHead(kind, { dimensions, views }), inputs };
	// Scores as large as those of a head that learned, so that no probability is all but 0 or 1.
	model.standardisation.scale = model.standardisation.scale.map((value) => value / 30);
	return {
		id: `${kind} ${modality}`,
		field: 'kind',
		name: 'Made up',
		version: 1,
		createdAt: 1_700_000_000_000,
		specification,
		chosen: { weightDecay: 0, titleWeight: 1, epochs: 1 },
		model,
		curve: [],
		heldOut: {
			rows: 0,
			accuracy: Number.NaN,
			ece: Number.NaN,
			curve: {
				threshold: new Float32Array(),
				coverage: new Float32Array(),
				accuracy: new Float32Array(),
			},
		},
		seen: ['a'],
		without: [],
		backend: 'wasm',
		seconds: 1,
	};
}

const exported = (head: TrainedHead, choice: ExportChoice, of = products) =>
	exportHead(
		harness.services,
		harness.manifest,
		{ head, report: madeUpReport(head.model.labels), choice, products: of, split: undefined },
		unattended,
	);

const bringIn = (files: File[]) =>
	importHead(harness.services, harness.manifest, files, unattended);

const formats = ['tfjs', 'onnx'] as const;
const alone = headKinds.flatMap((kind) =>
	formats
		.map((format) => ({ kind, format }))
		.filter(
			({ format }) =>
				exportObstacle(
					{ ...defaultSpecification, kind, modality: 'both' },
					{ format, inside: false },
				) === null,
		),
);

describe('the head alone', () => {
	it.each(alone)('answers the same and comes back: $kind as $format', async ({ kind, format }) => {
		const head = madeUp({ kind, modality: 'both', views: ['mirror'] });
		const { file, name, products, difference } = await exported(head, { format, inside: false });
		expect(products).toBe(10);
		expect(difference).toBeLessThan(1e-5);
		const back = await bringIn([new File([file], name)]);
		expect(back.model).toEqual(head.model);
		expect(back.imported).toMatchObject({ format, products: 1 });
		expect((await reportOf(back.id))?.test).toEqual(madeUpReport(head.model.labels).test);
	});
});

describe('a head with its photo network inside', () => {
	const wholes: (Made & ExportChoice)[] = [
		{ format: 'tfjs', inside: true, kind: 'mlp', views: ['mirror'] },
		{ format: 'onnx', inside: true, kind: 'mlp', views: ['mirror'] },
		{ format: 'teachable-machine', inside: true, views: ['mirror'] },
		{ format: 'tfjs', inside: true, modality: 'both', backbones: ['resnet50', 'mobilenetv2'] },
		{ format: 'onnx', inside: true, modality: 'both', backbones: ['resnet50', 'mobilenetv2'] },
		{ format: 'onnx', inside: true, kind: 'knn' },
	];

	it.each(wholes)('answers the same on photos: $kind $backbones as $format', async (made) => {
		const head = madeUp(made);
		const { file, name, products, difference } = await exported(head, made);
		expect(products).toBe(10);
		expect(difference).toBeLessThan(1e-4);
		expect((await bringIn([new File([file], name)])).model).toEqual(head.model);
	});

	it('is refused when it answers differently', async () => {
		const head = madeUp({});
		const [first] = head.model.inputs;
		const [product] = products;
		if (!first || !product) throw new Error('nothing to spoil');
		const spoilt = { ...product, id: 'spoilt' };
		const vector = new Float32Array(first.dimensions).fill(3);
		const item = product.photos[0]?.photoId ?? '';
		const set = embeddingSetId(first.stamp);
		const [before] = await embeddings(set, [item]);
		await putEmbeddings([{ set, item, vector }]);
		const refused = exported(head, { format: 'tfjs', inside: true }, [spoilt]);
		await expect(refused).rejects.toMatchObject({ code: 'head-export-differs' });
		await putEmbeddings([{ set, item, vector: before as Float32Array }]);
	});

	it('is refused when there is nothing to ask about', async () => {
		const refused = exported(madeUp({}), { format: 'onnx', inside: true }, []);
		await expect(refused).rejects.toMatchObject({ code: 'head-export-nothing' });
	});
});

describe("Teachable Machine's own library", () => {
	it.each(['softmax', 'mlp'] as const)(
		'loads a %s head and gives the same answers',
		async (kind) => {
			const head = madeUp({ kind });
			const { file } = await exported(head, { format: 'teachable-machine', inside: true });
			const files = new Map<string, File>();
			for (const { path, read } of await zippedFiles(file, newZipBudget()))
				files.set(path, new File([await read(unattended.signal)], path));
			expect([...files.keys()].sort()).toEqual(['metadata.json', 'model.json', 'weights.bin']);
			const of = (name: string): File => files.get(name) ?? new File([], name);
			const model = await loadFromFiles(of('model.json'), of('weights.bin'), of('metadata.json'));
			expect(model.getClassLabels()).toEqual(head.model.labels);
			const metadata = JSON.parse(await of('metadata.json').text());
			const { items, probabilities } = metadata.userMetadata.aisle.golden;
			const bytes = Uint8Array.from(atob(probabilities.base64), (each) => each.charCodeAt(0));
			const golden = new Float32Array(bytes.buffer);
			expect(items).toHaveLength(10);
			for (const [at, item] of (items as string[]).slice(0, photosAsked).entries()) {
				const answers = await model.predict(await picture(item));
				const labels = head.model.labels.length;
				for (const [label, { className, probability }] of answers.entries()) {
					expect(className).toBe(head.model.labels[label]);
					expect(Math.abs(probability - (golden[at * labels + label] as number))).toBeLessThan(
						1e-3,
					);
				}
			}
		},
	);
});

describe('a file that is no head', () => {
	const json = (value: unknown): BlobPart => JSON.stringify(value);
	it.each([
		['a picture', 'head-file-unknown', [new File(['x'], 'a.png')]],
		['somebody else’s model', 'head-file-damaged', [new File([json({})], 'model.json')]],
		['a broken ONNX file', 'head-file-damaged', [new File(['onnx'], 'a.onnx')]],
		['a zip that is none', 'head-file-zip', [new File(['x'], 'a.zip')]],
		[
			'a file twice',
			'head-file-damaged',
			[new File(['{}'], 'model.json'), new File(['{}'], 'model.json')],
		],
		[
			'photos of one name',
			'head-file-unknown',
			[new File(['x'], 'a.png'), new File(['y'], 'a.png')],
		],
	])('is refused with a sentence, and changes nothing: %s', async (_, code, files) => {
		const before = await allHeads();
		await expect(bringIn(files)).rejects.toMatchObject({ code });
		await expect(bringIn(files)).rejects.toBeInstanceOf(AppError);
		expect(await allHeads()).toEqual(before);
	});

	it('is refused when it stands on another network', async () => {
		const head = madeUp({});
		const [first] = head.model.inputs;
		if (!first) throw new Error('no input');
		const { services, manifest } = harness;
		const worker = services.newHeadFiles();
		head.model.inputs = [{ ...first, stamp: { ...first.stamp, weights: 'abcdef' } }];
		const golden = { items: [], probabilities: new Float32Array() };
		const { files } = await worker.remote.write(
			{
				...{ head, report: null, golden, format: 'onnx', inside: false },
				backbones: [],
				base: services.base,
			},
			unattended,
		);
		worker.terminate('done');
		const refused = importHead(
			services,
			manifest,
			files.map(({ name, bytes }) => new File([bytes], name)),
			unattended,
		);
		await expect(refused).rejects.toMatchObject({ code: 'head-file-other-network' });
	});
});

/** Seconds each, on a graphics card of software. */
const photosAsked = 4;

/** A photo as Aisle prepares it, on a canvas. */
async function picture(photoId: string): Promise<HTMLCanvasElement> {
	const size = 224;
	const { pixels } = await harness.services.files.remote.decode(
		{ photoIds: [photoId], size },
		unattended,
	);
	const canvas = document.createElement('canvas');
	canvas.width = size;
	canvas.height = size;
	const image = new ImageData(size, size);
	for (let i = 0; i < size * size; i++) {
		image.data.set(pixels.subarray(i * 3, i * 3 + 3), i * 4);
		image.data[i * 4 + 3] = 255;
	}
	canvas.getContext('2d')?.putImageData(image, 0, 0);
	return canvas;
}
