import { leastVote } from '../maths/nearest';
import { neighboursLayer } from './headNetwork';
import {
	type OnnxAttribute,
	type OnnxModel,
	type OnnxNode,
	type OnnxTensor,
	type OnnxValue,
	type TensorType,
	tensorTypes,
} from './onnxFile';
import type { PlainLayer, PlainNetwork, PlainWeight } from './plainNetwork';

/*
 * A network of TF.js layers as an ONNX graph. TF.js keeps pictures with channels last, ONNX with channels first: a
 * picture is turned once, where the first layer that minds reads it, and kernels are turned when they are written.
 */

/** What one layer becomes; `x` names what it reads from. */
type Translate = (layer: PlainLayer, x: string[], to: OnnxGraph) => string;

/** @throws Error for a layer that has no translation */
export function onnxModel(network: PlainNetwork, metadata: Map<string, string>): OnnxModel {
	const graph = new OnnxGraph(network);
	const inputs: OnnxValue[] = [];
	/** By layer and call. */
	const tensors = new Map<string, string>();
	for (const layer of network.layers) {
		if (layer.class_name === 'InputLayer') {
			const shape = layer.config.batch_input_shape as (number | null)[];
			inputs.push({ name: layer.name, dims: shape });
			tensors.set(`${layer.name} 0`, layer.name);
			continue;
		}
		const translate = translations[layer.class_name];
		if (!translate) throw new Error(`ONNX has no layer like ${layer.class_name}`);
		for (const [call, sources] of layer.inbound_nodes.entries()) {
			graph.begin(layer.name, call);
			const read = sources.map(([name, node]) => tensors.get(`${name} ${node}`));
			tensors.set(`${layer.name} ${call}`, translate(layer, read as string[], graph));
		}
	}
	const [output = ''] = network.outputs;
	const probabilities = 'probabilities';
	graph.begin(probabilities, 0);
	graph.emit('Identity', [tensors.get(`${output} 0`) as string], {}, probabilities);
	return {
		name: network.name,
		nodes: graph.nodes,
		initializers: [...graph.initializers.values()],
		inputs,
		outputs: [{ name: probabilities, dims: [null, outputSize(network, output)] }],
		metadata,
	};
}

/** Labels: as many as what stands before the softmax has columns. */
function outputSize(network: PlainNetwork, output: string): number {
	const layer = network.layers.find(({ name }) => name === output);
	const before = layer?.inbound_nodes[0]?.[0]?.[0] ?? '';
	return network.weights.get(`${before}/gamma`)?.shape[0] ?? 0;
}

/** Collects nodes and constants, and knows which tensors have their channels first. */
class OnnxGraph {
	readonly nodes: OnnxNode[] = [];
	readonly initializers = new Map<string, OnnxTensor>();
	readonly #network: PlainNetwork;
	readonly #channelsFirst = new Set<string>();
	readonly #turned = new Map<string, string>();
	#scope = '';
	#emitted = 0;

	constructor(network: PlainNetwork) {
		this.#network = network;
	}

	/** Nodes from here on are named after this call of this layer. */
	begin(layer: string, call: number): void {
		this.#scope = call === 0 ? layer : `${layer}@${call}`;
		this.#emitted = 0;
	}

	/** @returns the name of what the node hands on, unless given: the node's own */
	emit(
		op: string,
		inputs: string[],
		attributes: Record<string, OnnxAttribute> = {},
		output?: string,
	): string {
		const name = `${this.#scope}:${this.#emitted++}:${op}`;
		this.nodes.push({ op, name, inputs, outputs: [output ?? name], attributes });
		return output ?? name;
	}

	/** The same for a node that hands on several things. */
	emitMany(
		op: string,
		inputs: string[],
		count: number,
		attributes: Record<string, OnnxAttribute> = {},
	): string[] {
		const first = this.emit(op, inputs, attributes);
		const node = this.nodes.at(-1) as OnnxNode;
		node.outputs = Array.from({ length: count }, (_, i) => `${first}:${i}`);
		return node.outputs;
	}

	/** Marks what a node hands on as having its channels first. */
	first(tensor: string): string {
		this.#channelsFirst.add(tensor);
		return tensor;
	}

	isFirst(tensor: string): boolean {
		return this.#channelsFirst.has(tensor);
	}

	/** A picture with its channels first, turned if it is not. */
	picture(tensor: string): string {
		if (this.#channelsFirst.has(tensor)) return tensor;
		const before = this.#turned.get(tensor);
		if (before) return before;
		const turned = this.first(this.emit('Transpose', [tensor], { perm: [0, 3, 1, 2] }));
		this.#turned.set(tensor, turned);
		return turned;
	}

	constant(name: string, type: TensorType, dims: number[], bytes: Uint8Array): string {
		this.initializers.set(name, { name, type, dims, bytes });
		return name;
	}

	scalar(name: string, value: number): string {
		return this.constant(name, 'float32', [], bytesOf(Float32Array.of(value)));
	}

	integers(name: string, values: number[]): string {
		const bytes = bytesOf(BigInt64Array.from(values, BigInt));
		return this.constant(name, 'int64', [values.length], bytes);
	}

	/**
	 * A weight of the layer. One that is kept in fewer bits stays so, and is expanded when the graph is loaded.
	 * @param turn how its axes are to be reordered: `[3, 2, 0, 1]`
	 */
	weight(layer: PlainLayer, own: string, turn: number[] | null = null): string {
		const name = `${layer.name}/${own}`;
		const expanded = `${name}:expanded`;
		if (this.initializers.has(name))
			return this.nodes.some(({ outputs }) => outputs[0] === expanded) ? expanded : name;
		const found = this.#network.weights.get(name);
		if (!found) throw new Error(`the network has no weight ${name}`);
		const { stored, data, shape } = found;
		const { quantisation } = stored ?? {};
		if (!stored || !quantisation) {
			const { values, dims } = turned(data, shape, turn);
			return this.constant(name, 'float32', dims, bytesOf(values));
		}
		const halves = quantisation.dtype === 'float16';
		const kept = halves ? new Uint16Array(stored.bytes.slice().buffer) : stored.bytes;
		const { values, dims } = turned(kept, shape, turn);
		this.constant(name, quantisation.dtype, dims, bytesOf(values));
		const cast = { to: tensorTypes.float32 };
		if (quantisation.dtype === 'float16') return this.emit('Cast', [name], cast, expanded);
		const scale = this.scalar(`${name}:scale`, quantisation.scale);
		const least = this.scalar(`${name}:min`, quantisation.min);
		const scaled = this.emit('Mul', [this.emit('Cast', [name], cast), scale]);
		return this.emit('Add', [scaled, least], {}, expanded);
	}

	/** A weight, or one value for all where the layer goes without. */
	weightOr(layer: PlainLayer, own: string, value: number, like: string): string {
		if (this.#network.weights.has(`${layer.name}/${own}`)) return this.weight(layer, own);
		const length = this.#network.weights.get(`${layer.name}/${like}`)?.data.length ?? 0;
		const filled = bytesOf(new Float32Array(length).fill(value));
		return this.constant(`${layer.name}/${own}`, 'float32', [length], filled);
	}

	weightOf(layer: PlainLayer, own: string): PlainWeight | undefined {
		return this.#network.weights.get(`${layer.name}/${own}`);
	}
}

const translations: Record<string, Translate> = {
	ZeroPadding2D({ name, config }, [x = ''], to) {
		const [[top, bottom], [left, right]] = config.padding as [[number, number], [number, number]];
		const pads = to.integers(`${name}/pads`, [0, 0, top, left, 0, 0, bottom, right]);
		return to.first(to.emit('Pad', [to.picture(x), pads], { mode: 'constant' }));
	},
	Conv2D(layer, [x = ''], to) {
		const inputs = [to.picture(x), to.weight(layer, 'kernel', [3, 2, 0, 1])];
		if (layer.config.use_bias) inputs.push(to.weight(layer, 'bias'));
		return activated(layer, to.first(to.emit('Conv', inputs, window(layer, 'kernel_size'))), to);
	},
	DepthwiseConv2D(layer, [x = ''], to) {
		const [, , channels = 1, multiplier = 1] = to.weightOf(layer, 'depthwise_kernel')?.shape ?? [];
		if (multiplier !== 1) throw new Error(`${layer.name} has several kernels a channel`);
		const inputs = [to.picture(x), to.weight(layer, 'depthwise_kernel', [2, 3, 0, 1])];
		if (layer.config.use_bias) inputs.push(to.weight(layer, 'bias'));
		const options = { ...window(layer, 'kernel_size'), group: channels };
		return activated(layer, to.first(to.emit('Conv', inputs, options)), to);
	},
	BatchNormalization(layer, [x = ''], to) {
		const gamma = to.weightOr(layer, 'gamma', 1, 'moving_mean');
		if (to.isFirst(x)) {
			const beta = to.weightOr(layer, 'beta', 0, 'moving_mean');
			const statistics = [to.weight(layer, 'moving_mean'), to.weight(layer, 'moving_variance')];
			const epsilon = { float: Number(layer.config.epsilon) };
			return to.first(to.emit('BatchNormalization', [x, gamma, beta, ...statistics], { epsilon }));
		}
		// A head's own, of variance 1: see headNetwork.ts.
		return to.emit('Mul', [to.emit('Sub', [x, to.weight(layer, 'moving_mean')]), gamma]);
	},
	ReLU({ name, config }, [x = ''], to) {
		const most = config.max_value as number | null | undefined;
		if (most == null) return same(x, to.emit('Relu', [x]), to);
		const ends = [to.scalar(`${name}/least`, 0), to.scalar(`${name}/most`, most)];
		return same(x, to.emit('Clip', [x, ...ends]), to);
	},
	Activation: (layer, [x = ''], to) => activated(layer, x, to),
	Add: (_, x, to) => same(x[0] ?? '', to.emit('Add', x), to),
	Average: (_, x, to) => to.emit('Mean', x),
	Concatenate: (_, x, to) => (x.length > 1 ? to.emit('Concat', x, { axis: 1 }) : (x[0] ?? '')),
	GlobalAveragePooling2D: (_, [x = ''], to) =>
		to.emit('Flatten', [to.emit('GlobalAveragePool', [to.picture(x)])], { axis: 1 }),
	MaxPooling2D: (layer, [x = ''], to) =>
		to.first(to.emit('MaxPool', [to.picture(x)], window(layer, 'pool_size'))),
	Permute: ({ config }, [x = ''], to) =>
		to.emit('Transpose', [x], { perm: [0, ...(config.dims as number[])] }),
	Dense(layer, [x = ''], to) {
		const product = to.emit('MatMul', [x, to.weight(layer, 'kernel')]);
		if (!layer.config.use_bias) return activated(layer, product, to);
		return activated(layer, to.emit('Add', [product, to.weight(layer, 'bias')]), to);
	},
	LayerNormalization: ({ name, config }, [x = ''], to) => {
		const mean = to.emit('ReduceMean', [x], { axes: [1], keepdims: 1 });
		const centred = to.emit('Sub', [x, mean]);
		const square = to.emit('Mul', [centred, centred]);
		const variance = to.emit('ReduceMean', [square], { axes: [1], keepdims: 1 });
		const least = to.scalar(`${name}/epsilon`, Number(config.epsilon));
		return to.emit('Div', [centred, to.emit('Sqrt', [to.emit('Add', [variance, least])])]);
	},
	[neighboursLayer](layer, [x = ''], to) {
		const { name, config } = layer;
		const constant = (own: string, value: number): string => to.scalar(`${name}/${own}`, value);
		const length = to.emit('ReduceL2', [x], { axes: [1], keepdims: 1 });
		const unit = to.emit('Div', [x, to.emit('Max', [length, constant('least_length', 1e-30)])]);
		const vectors = to.emit('Transpose', [to.weight(layer, 'vectors')], { perm: [1, 0] });
		const cosines = to.emit('MatMul', [unit, vectors]);
		const count = to.integers(`${name}/neighbours`, [config.neighbours as number]);
		const [nearest = '', which = ''] = to.emitMany('TopK', [cosines, count], 2, {
			axis: 1,
			largest: 1,
			sorted: 1,
		});
		const labels = to.emit('Gather', [classIndices(layer, to), which], { axis: 0 });
		const depth = to.integers(`${name}/labels`, [config.labels as number]);
		const ends = to.constant(`${name}/on_off`, 'float32', [2], bytesOf(Float32Array.of(0, 1)));
		const votes = to.emit('OneHot', [labels, depth, ends], { axis: -1 });
		const last = to.integers(`${name}/last_axis`, [2]);
		const weights = to.emit('Unsqueeze', [to.emit('Relu', [nearest]), last]);
		const each = to.integers(`${name}/each_neighbour`, [1]);
		const sum = to.emit('ReduceSum', [to.emit('Mul', [votes, weights]), each], { keepdims: 0 });
		return to.emit('Log', [to.emit('Add', [sum, constant('least_vote', leastVote)])]);
	},
};

function classIndices(layer: PlainLayer, to: OnnxGraph): string {
	const classes = to.weightOf(layer, 'classes')?.data ?? new Float32Array();
	return to.integers(`${layer.name}/classes`, [...classes]);
}

/** What keeps the order of axes hands on the order it was given. */
function same(from: string, tensor: string, to: OnnxGraph): string {
	return to.isFirst(from) ? to.first(tensor) : tensor;
}

function activated({ name, config }: PlainLayer, x: string, to: OnnxGraph): string {
	switch (config.activation ?? 'linear') {
		case 'linear':
			return x;
		case 'relu':
			return same(x, to.emit('Relu', [x]), to);
		case 'softplus':
			return to.emit('Softplus', [x]);
		case 'softmax':
			return to.emit('Softmax', [x], { axis: 1 });
		default:
			throw new Error(`${name} has an activation that ONNX was not taught`);
	}
}

/** TF's `same` puts an odd pixel of padding at the end, which ONNX calls `SAME_UPPER`. */
function window({ config }: PlainLayer, size: string): Record<string, OnnxAttribute> {
	return {
		kernel_shape: config[size] as number[],
		// Keras' defaults.
		strides: (config.strides ?? (size === 'pool_size' ? config[size] : [1, 1])) as number[],
		auto_pad: config.padding === 'same' ? 'SAME_UPPER' : 'VALID',
	};
}

/** Reorders the axes of a table; `order[i]` is where its new axis i was. */
function turned<T extends Float32Array | Uint8Array | Uint16Array>(
	values: T,
	shape: number[],
	order: number[] | null,
): { values: T; dims: number[] } {
	if (!order) return { values, dims: shape };
	const dims = order.map((axis) => shape[axis] as number);
	const stepOf = (axis: number): number =>
		shape.slice(axis + 1).reduce((product, side) => product * side, 1);
	const steps = order.map(stepOf);
	const out = values.slice() as T;
	const place = dims.map(() => 0);
	let from = 0;
	for (let to = 0; to < out.length; to++) {
		out[to] = values[from] as number;
		for (let axis = dims.length - 1; axis >= 0; axis--) {
			const next = (place[axis] as number) + 1;
			from += steps[axis] as number;
			place[axis] = next;
			if (next < (dims[axis] as number)) break;
			from -= next * (steps[axis] as number);
			place[axis] = 0;
		}
	}
	return { values: out, dims };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
