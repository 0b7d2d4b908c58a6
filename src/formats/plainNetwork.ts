import { fromFloat16 } from '../maths/float16';

/** A TF.js layers model as plain data: surgery on it gives the same numbers on every machine. */
export interface PlainNetwork {
	name: string;
	layers: PlainLayer[];
	/** Names of the input and output layers, in order. */
	inputs: string[];
	outputs: string[];
	/** By full name: `conv1/kernel`. */
	weights: Map<string, PlainWeight>;
}

export interface PlainLayer {
	name: string;
	class_name: string;
	config: Record<string, unknown>;
	/** One entry per call: `[[[input, call, 0, {}], …]]`, or empty for an input layer. */
	inbound_nodes: [name: string, node: number, tensor: number, args: object][][];
}

export interface PlainWeight {
	shape: number[];
	data: Float32Array;
	/** How a file keeps it in fewer bits. Whoever changes `data` leaves it out. */
	stored?: { quantisation: Quantisation; bytes: Uint8Array } | undefined;
}

/** `value = stored * scale + min` for 8 bits. */
export type Quantisation = { dtype: 'uint8'; scale: number; min: number } | { dtype: 'float16' };

/** One weight as a manifest announces it. */
export interface WeightSpec {
	name: string;
	shape: number[];
	dtype: string;
	quantization?: { dtype: string; scale?: number; min?: number; original_dtype?: string };
}

/** What a model.json says. */
export interface LayersModelJson {
	modelTopology: object | ArrayBuffer;
	weightsManifest: { paths: string[]; weights: WeightSpec[] }[];
}

interface TopologyConfig {
	name: string;
	layers: PlainLayer[];
	input_layers: [string, number, number][];
	output_layers: [string, number, number][];
}

/** The layers that `layer` reads from. */
export function inputsOf(layer: PlainLayer): string[] {
	return layer.inbound_nodes.flatMap((call) => call.map(([name]) => name));
}

/**
 * Reads what a model.json and its shards say; 8-bit and 16-bit weights are expanded to float32.
 * @param shards in the manifest's order
 * @throws Error when the topology or the length of the weights is not as announced
 */
export function readNetwork(
	{ modelTopology, weightsManifest }: LayersModelJson,
	shards: Uint8Array[],
): PlainNetwork {
	const topology = modelTopology as {
		model_config?: { config: TopologyConfig };
		config?: TopologyConfig;
	};
	const config = topology.model_config?.config ?? topology.config;
	if (!config) throw new Error('model.json describes no layers');
	const bytes = joined(shards);
	const weights = new Map<string, PlainWeight>();
	let offset = 0;
	for (const spec of weightsManifest.flatMap((group) => group.weights)) {
		const length = spec.shape.reduce((product, side) => product * side, 1);
		const end = offset + length * bytesPerValue(spec);
		if (weights.has(spec.name)) throw new Error(`weight ${spec.name} comes twice`);
		if (end > bytes.length) throw new Error(`weight ${spec.name} is cut off`);
		weights.set(spec.name, readWeight(spec, bytes.slice(offset, end)));
		offset = end;
	}
	if (offset !== bytes.length) throw new Error(`weights end at ${offset} of ${bytes.length} bytes`);
	return {
		name: config.name,
		layers: config.layers,
		inputs: config.input_layers.map(([name]) => name),
		outputs: config.output_layers.map(([name]) => name),
		weights,
	};
}

function bytesPerValue({ name, dtype, quantization }: WeightSpec): number {
	if (dtype !== 'float32') throw new Error(`weight ${name} is ${dtype}, not float32`);
	if (!quantization) return 4;
	return quantization.dtype === 'uint8' ? 1 : 2;
}

function readWeight(
	{ shape, quantization }: WeightSpec,
	bytes: Uint8Array<ArrayBuffer>,
): PlainWeight {
	if (!quantization) return { shape, data: new Float32Array(bytes.buffer) };
	const { dtype, scale = 1, min = 0 } = quantization;
	const values = dtype === 'uint8' ? bytes : new Uint16Array(bytes.buffer);
	// A plain loop: `Float32Array.from` takes seconds for 25 million numbers.
	const data = new Float32Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i] as number;
		data[i] = dtype === 'float16' ? fromFloat16(value) : value * scale + min;
	}
	const quantisation: Quantisation | null =
		dtype === 'uint8' ? { dtype, scale, min } : dtype === 'float16' ? { dtype } : null;
	return quantisation ? { shape, data, stored: { quantisation, bytes } } : { shape, data };
}

/** The parts one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let offset = 0;
	for (const part of parts) {
		all.set(part, offset);
		offset += part.length;
	}
	return all;
}

/** The `modelTopology` of a model.json for the network. */
export function topologyOf(network: PlainNetwork): object {
	return {
		keras_version: '2.2.4-tf',
		backend: 'tensorflow',
		model_config: {
			class_name: 'Model',
			config: {
				name: network.name,
				layers: network.layers,
				input_layers: network.inputs.map((name) => [name, 0, 0]),
				output_layers: network.outputs.map((name) => [name, 0, 0]),
			},
		},
	};
}

/** What `tf.loadLayersModel` takes, all weights as float32. */
export function artifactsOf(network: PlainNetwork): {
	modelTopology: object;
	weightSpecs: { name: string; shape: number[]; dtype: 'float32' }[];
	weightData: ArrayBuffer[];
} {
	const weights = [...network.weights];
	return {
		modelTopology: topologyOf(network),
		weightSpecs: weights.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
		// One buffer per weight: TF.js takes a list, and no second copy of 100 MB is made.
		weightData: weights.map(([, { data }]) =>
			data.byteLength === data.buffer.byteLength
				? (data.buffer as ArrayBuffer)
				: (data.slice().buffer as ArrayBuffer),
		),
	};
}
