import { describe, expect, it } from 'vitest';
import {
	defaultSpecification,
	type HeadFormat,
	type HeadKind,
	type HeadModel,
	headKinds,
	type TrainedHead,
} from '../../../src/domain/head';
import { encodeHeadFiles } from '../../../src/formats/headFiles';
import {
	headChecksum,
	headFromLayersModel,
	headFromOnnx,
	NoDescription,
} from '../../../src/formats/headFromFile';
import { hasLayers, headNetwork } from '../../../src/formats/headNetwork';
import { decodeOnnx, encodeOnnx } from '../../../src/formats/onnxFile';
import { madeUpHead } from '../learning/exportedHeads';
import { madeUpReport } from './madeUpReport';

async function filesOf(kind: HeadKind, format: HeadFormat) {
	const model = madeUpHead(kind, { views: ['mirror'] });
	return encodeHeadFiles(format, headNetwork(model), await describedHead(kind, model), '4.22.0');
}

async function describedHead(kind: HeadKind, model: HeadModel) {
	const head: TrainedHead = {
		id: 'here',
		field: 'colour',
		name: 'mine',
		version: 3,
		createdAt: 1_700_000_000_000,
		specification: { ...defaultSpecification, kind, field: 'colour' },
		chosen: { weightDecay: 0.1, titleWeight: 0.7, epochs: 12 },
		model,
		curve: [{ epoch: 1, trainLoss: 1, validationLoss: Number.NaN, validationAccuracy: 0.5 }],
		heldOut: {
			rows: 0,
			accuracy: Number.NaN,
			ece: 0,
			curve: {
				threshold: Float32Array.of(0.9, 0.1),
				coverage: Float32Array.of(0.5, 1),
				accuracy: Float32Array.of(1, 0.75),
			},
		},
		seen: ['a', 'b', 'c'],
		without: [],
		backend: 'wasm',
		seconds: 1.5,
	};
	return {
		head,
		report: madeUpReport(model.labels),
		backbones: [],
		golden: { items: ['photo'], probabilities: Float32Array.of(0.1, 0.2, 0.3, 0.4) },
		checksum: await headChecksum(model),
	};
}

async function read(files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) {
	const [first] = files;
	if (first?.name.endsWith('.onnx')) return headFromOnnx(first.bytes);
	return headFromLayersModel(new Map(files.map(({ name, bytes }) => [name, bytes])));
}

/** The files with their model.json (or metadata.json) changed. */
function changed(
	files: Awaited<ReturnType<typeof filesOf>>,
	// biome-ignore lint/suspicious/noExplicitAny: made to be broken
	change: (json: any) => void,
	name = 'model.json',
) {
	return files.map((file) => {
		if (file.name !== name) return file;
		const json = JSON.parse(new TextDecoder().decode(file.bytes));
		change(json);
		return { name, bytes: new TextEncoder().encode(JSON.stringify(json)) };
	});
}

const both = headKinds.flatMap((kind) =>
	(['tfjs', 'teachable-machine', 'onnx'] as const)
		.filter((format) => format === 'onnx' || hasLayers(madeUpHead(kind)))
		.map((format) => ({ kind, format })),
);

describe('a head that was exported', () => {
	it.each(both)('comes back bit for bit: $kind as $format', async ({ kind, format }) => {
		const { model, description } = await read(await filesOf(kind, format));
		expect(model).toEqual(madeUpHead(kind, { views: ['mirror'] }));
		expect(description).toMatchObject({ name: 'mine', field: 'colour', products: 3 });
		expect(description.curve[0]?.validationLoss).toBeNaN();
		expect(description.heldOut.curve.accuracy).toEqual(Float32Array.of(1, 0.75));
		const { headId, field, ...report } = madeUpReport(model.labels);
		expect(description.report).toEqual(report);
	});
});

describe('a file that is not what it says', () => {
	// biome-ignore lint/suspicious/noExplicitAny: made to be broken
	const refused: [string, (json: any) => void][] = [
		[
			'a weight twice',
			(json) => json.weightsManifest[0].weights.push(json.weightsManifest[0].weights[0]),
		],
		['a weight missing', (json) => json.weightsManifest[0].weights.pop()],
		['another shape', (json) => json.weightsManifest[0].weights[0].shape.reverse().push(1)],
		['a huge shape', (json) => json.weightsManifest[0].weights[0].shape.push(2 ** 25, 2 ** 25)],
		['a shape below zero', (json) => json.weightsManifest[0].weights[0].shape.fill(-1)],
		['weights elsewhere', (json) => json.weightsManifest[0].paths.fill('../../weights.bin')],
		['weights at an address', (json) => json.weightsManifest[0].paths.fill('https://a.example/w')],
		['no layers', (json) => delete json.modelTopology.model_config],
		['another activation', (json) => activationOf(json, 'softmax', 'sigmoid')],
		['one layer more', (json) => addLayer(json)],
		['another temperature', (json) => (json.userDefinedMetadata.aisle.temperature = 9)],
		['no temperature', (json) => (json.userDefinedMetadata.aisle.temperature = null)],
		['labels that are doubled', (json) => json.userDefinedMetadata.aisle.labels.fill('x')],
		['a label too many', (json) => json.userDefinedMetadata.aisle.labels.push('more')],
		['columns without end', (json) => (json.userDefinedMetadata.aisle.inputs[0].dimensions = 1e9)],
		[
			'a key of the prototype',
			(json) => (json.userDefinedMetadata.aisle = JSON.parse('{"__proto__":{"labels":[]}}')),
		],
		['another kind', (json) => (json.userDefinedMetadata.aisle.specification.kind = 'constructor')],
		[
			'a report of other labels',
			(json) => json.userDefinedMetadata.aisle.report.test.labels.push('x'),
		],
		['another checksum', (json) => (json.userDefinedMetadata.aisle.checksum = '0'.repeat(64))],
		['a newer version', (json) => (json.userDefinedMetadata.aisle.version = 2)],
	];

	it.each(refused)('is refused: %s', async (_, change) => {
		await expect(read(changed(await filesOf('softmax', 'tfjs'), change))).rejects.toThrow();
	});

	it('is refused with weights that are no numbers', async () => {
		const files = await filesOf('softmax', 'tfjs');
		for (const { name, bytes } of files)
			if (name.endsWith('.bin')) new DataView(bytes.buffer).setFloat32(0, Number.NaN, true);
		await expect(read(files)).rejects.toThrow('no numbers');
	});

	it('is refused with one weight changed', async () => {
		const files = await filesOf('softmax', 'tfjs');
		for (const { name, bytes } of files)
			if (name.endsWith('.bin')) new DataView(bytes.buffer).setFloat32(200, 0.5, true);
		await expect(read(files)).rejects.toThrow();
	});

	it('is refused with its labels in another order', async () => {
		const files = await filesOf('softmax', 'teachable-machine');
		const turned = changed(files, (json) => json.labels.reverse(), 'metadata.json');
		await expect(read(turned)).rejects.toThrow('labels');
	});

	it('is told from one that Aisle did not write', async () => {
		const files = changed(await filesOf('softmax', 'tfjs'), (json) => {
			json.userDefinedMetadata = undefined;
		});
		await expect(read(files)).rejects.toBeInstanceOf(NoDescription);
	});
});

describe('an ONNX file that is not what it says', () => {
	type Model = ReturnType<typeof decodeOnnx>;
	const refused: [string, (model: Model) => void][] = [
		['a weight twice', ({ initializers }) => initializers.push(initializers[0] as never)],
		['a weight missing', ({ initializers }) => initializers.splice(0, 1)],
		['another shape', ({ initializers }) => initializers[0]?.dims.push(1)],
		['another layer', ({ nodes }) => Object.assign(nodes[0] ?? {}, { op: 'Add' })],
		['a layer less', ({ nodes }) => nodes.splice(2, 1)],
		['a cut description', ({ metadata }) => metadata.set('aisle', '{"version":1')],
		['a poisoned description', ({ metadata }) => metadata.set('aisle', '{"__proto__":{}}')],
	];

	it.each(refused)('is refused: %s', async (_, change) => {
		const [file] = await filesOf('mlp', 'onnx');
		const model = decodeOnnx(file?.bytes ?? new Uint8Array());
		change(model);
		const bytes = encodeOnnx({ name: 'x', inputs: [], outputs: [], ...model });
		await expect(headFromOnnx(bytes)).rejects.toThrow();
	});

	it('is refused wherever it was cut', async () => {
		const [file] = await filesOf('softmax', 'onnx');
		const bytes = file?.bytes ?? new Uint8Array();
		for (let length = 0; length < bytes.length; length += 41)
			await expect(headFromOnnx(bytes.slice(0, length))).rejects.toThrow();
	});

	it('is refused when it is not ONNX at all', async () => {
		const noise = Uint8Array.from({ length: 2000 }, (_, i) => (i * 197 + 13) % 256);
		await expect(headFromOnnx(noise)).rejects.toThrow();
		await expect(headFromOnnx(new TextEncoder().encode('<!doctype html>'))).rejects.toThrow();
	});
});

// biome-ignore lint/suspicious/noExplicitAny: made to be broken
function activationOf(json: any, from: string, to: string): void {
	for (const { config } of json.modelTopology.model_config.config.layers)
		if (config.activation === from) config.activation = to;
}

// biome-ignore lint/suspicious/noExplicitAny: made to be broken
function addLayer(json: any): void {
	const { layers } = json.modelTopology.model_config.config;
	layers.push({ ...layers.at(-1), name: 'head_more' });
}
