import type { DenseLayer, HeadModel, PlainParameters } from '../domain/head';
import { z } from '../domain/zod';
import { type HeadDescription, headDescriptionSchema } from './headDescription';
import { headNetwork, outputSign } from './headNetwork';
import { decodeLayersModel, type NamedFiles } from './layersModelFile';
import { decodeOnnx, type OnnxNode, type ReadOnnx } from './onnxFile';
import { onnxModel } from './onnxGraph';
import { inputsOf, type PlainLayer, type PlainNetwork } from './plainNetwork';
import { sha256 } from './sha256';

/*
 * A head out of a file that may have been written by anyone. Its numbers are read by name; then the head is written
 * anew, and every layer and number of the file has to be what would be written. So nothing that the file computes
 * otherwise goes unseen. What makes embeddings is not read: Aisle has its own networks.
 */

export interface HeadInFile {
	description: HeadDescription;
	model: HeadModel;
}

/** Names of a head's own layers; the one that puts embeddings side by side belongs to what stands before it. */
const ownLayer = /^head_(?!embedding\b)/;

/** One of the head's weights by its full name. @throws Error when it is missing or not of that shape */
type TakeWeight = (name: string, shape: number[]) => Float32Array;

/** @throws Error that says what is wrong with it, `NoDescription` when it is not Aisle's */
export async function headFromLayersModel(files: NamedFiles): Promise<HeadInFile> {
	const { network, userMetadata } = decodeLayersModel(files);
	const metadata = files.get('metadata.json');
	const description = described(metadata ? teachableMetadata(metadata).userMetadata : userMetadata);
	const model = modelOf(description, (name, shape) => {
		const weight = network.weights.get(name);
		if (!weight) throw new Error(`weight ${name} is missing`);
		if (weight.shape.join() !== shape.join()) throw new Error(`weight ${name} has another shape`);
		return weight.data;
	});
	if (metadata) assertSame(teachableMetadata(metadata).labels, description.labels, 'labels');
	assertSameLayers(headNetwork(model), network);
	await assertChecksum(model, description);
	return { description, model };
}

/** @throws Error that says what is wrong with it, `NoDescription` when it is not Aisle's */
export async function headFromOnnx(file: Uint8Array): Promise<HeadInFile> {
	const onnx = decodeOnnx(file);
	const text = onnx.metadata.get('aisle');
	const description = described(text === undefined ? null : { aisle: JSON.parse(text) });
	const tensors = new Map(onnx.initializers.map((tensor) => [tensor.name, tensor]));
	const model = modelOf(description, (name, shape) => {
		const tensor = tensors.get(name);
		if (!tensor) throw new Error(`weight ${name} is missing`);
		if (tensor.dims.join() !== shape.join()) throw new Error(`weight ${name} has another shape`);
		const bytes = tensor.bytes.slice().buffer;
		if (tensor.type === 'float32') return new Float32Array(bytes);
		if (tensor.type === 'int64') return Float32Array.from(new BigInt64Array(bytes), Number);
		throw new Error(`weight ${name} is kept in another way`);
	});
	assertSameGraph(onnxModel(headNetwork(model), new Map()), onnx);
	await assertChecksum(model, description);
	return { description, model };
}

/** The file is a model, but not one that Aisle wrote. */
export class NoDescription extends Error {}

function described(metadata: unknown): HeadDescription {
	const { data } = z.object({ aisle: z.unknown().optional() }).safeParse(metadata);
	if (data?.aisle === undefined) throw new NoDescription('nothing of Aisle in it');
	return headDescriptionSchema.parse(data.aisle);
}

const teachable = z.object({ labels: z.array(z.string()), userMetadata: z.unknown().optional() });

function teachableMetadata(bytes: Uint8Array): z.infer<typeof teachable> {
	return teachable.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

function modelOf(description: HeadDescription, weight: TakeWeight): HeadModel {
	const { labels, inputs, views, temperature } = description;
	if (new Set(labels).size !== labels.length) throw new Error('a label comes twice');
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	const finite: TakeWeight = (name, shape) => {
		const values = weight(name, shape);
		if (!values.every(Number.isFinite)) throw new Error(`${name} holds what are no numbers`);
		return values;
	};
	return {
		labels,
		inputs,
		views,
		temperature,
		standardisation: {
			mean: finite('head_standardise/moving_mean', [width]),
			scale: finite('head_standardise/gamma', [width]),
		},
		parameters: parametersOf(description, width, finite),
	};
}

function parametersOf(
	{ parameters: outline, labels, specification }: HeadDescription,
	width: number,
	weight: TakeWeight,
): PlainParameters {
	switch (outline.kind) {
		case 'layers': {
			if (outline.outputs.at(-1) !== labels.length) throw new Error('as many outputs as labels');
			const sizes = [width, ...outline.outputs];
			const layers = outline.outputs.map((outputs, depth): DenseLayer => {
				const inputs = sizes[depth] as number;
				const name = `head_dense_${depth + 1}`;
				const last = depth === outline.outputs.length - 1;
				const sign = last ? outputSign({ ...outline, layers: [] }) : 1;
				const signed = (values: Float32Array) => values.map((value) => value * sign);
				return {
					inputs,
					outputs,
					weights: signed(weight(`${name}/kernel`, [inputs, outputs])),
					bias: signed(weight(`${name}/bias`, [outputs])),
				};
			});
			return { kind: 'layers', layers, output: outline.output };
		}
		case 'prototypes': {
			const kernel = weight('head_prototypes/kernel', [2 * width, labels.length]);
			const vectors = new Float32Array(labels.length * width);
			for (let label = 0; label < labels.length; label++)
				for (let i = 0; i < width; i++)
					vectors[label * width + i] = kernel[i * labels.length + label] as number;
			return { kind: 'prototypes', vectors };
		}
		case 'neighbours': {
			const { rows, neighbours } = outline;
			if (specification.kind !== 'knn') throw new Error('another kind of head');
			const classes = Int32Array.from(weight('head_neighbours/classes', [rows]));
			if (!classes.every((label) => label >= 0 && label < labels.length))
				throw new Error('a label that is none');
			const vectors = weight('head_neighbours/vectors', [rows, width]);
			return { kind: 'neighbours', vectors, classes, neighbours };
		}
	}
}

/** SHA-256 of what a head has learned, whatever file it is in. */
export function headChecksum({ standardisation, parameters }: HeadModel): Promise<string> {
	const { mean, scale } = standardisation;
	const arrays: Float32Array[] = [mean, scale];
	if (parameters.kind === 'layers')
		for (const { weights, bias } of parameters.layers) arrays.push(weights, bias);
	else if ('vectors' in parameters) arrays.push(parameters.vectors);
	if (parameters.kind === 'neighbours') arrays.push(Float32Array.from(parameters.classes));
	const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const array of arrays) {
		all.set(array, at);
		at += array.length;
	}
	return sha256(all);
}

async function assertChecksum(model: HeadModel, { checksum }: HeadDescription): Promise<void> {
	if ((await headChecksum(model)) !== checksum)
		throw new Error('the weights are not those that were saved');
}

function assertSameLayers(written: PlainNetwork, file: PlainNetwork): void {
	assertSame(own(file.layers).map(layerOutline), own(written.layers).map(layerOutline), 'layers');
	for (const [name, { data }] of written.weights) {
		const found = file.weights.get(name);
		if (!found || !sameNumbers(found.data, data)) throw new Error(`weight ${name} is another`);
	}
}

function own(layers: PlainLayer[]): PlainLayer[] {
	return layers.filter(({ name }) => ownLayer.test(name));
}

function layerOutline(layer: PlainLayer): unknown {
	const { name, class_name, config, inbound_nodes } = layer;
	const sources = inputsOf(layer).filter((input) => ownLayer.test(input));
	return { name, class_name, config, calls: inbound_nodes.length, sources };
}

function assertSameGraph(written: ReadOnnx, file: ReadOnnx): void {
	const outline = (nodes: OnnxNode[]): unknown[] =>
		nodes
			.filter(({ name }) => ownLayer.test(name))
			.map(({ inputs, ...node }) => ({
				...node,
				inputs: inputs.filter((input) => ownLayer.test(input)),
			}));
	assertSame(outline(file.nodes), outline(written.nodes), 'layers');
	const tensors = new Map(file.initializers.map((tensor) => [tensor.name, tensor.bytes]));
	for (const { name, bytes } of written.initializers) {
		const found = tensors.get(name);
		if (!found || !sameNumbers(found, bytes)) throw new Error(`weight ${name} is another`);
	}
}

function assertSame(found: unknown, wanted: unknown, what: string): void {
	if (ordered(found) !== ordered(wanted)) throw new Error(`its ${what} are not what it says`);
}

/** JSON with keys in order, numbers rounded as a file rounds them. */
function ordered(value: unknown): string {
	return JSON.stringify(value, (_, each: unknown) => {
		if (typeof each === 'number') return Math.fround(each);
		if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
		return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
