import {
	inputsOf,
	type PlainLayer,
	type PlainNetwork,
	type PlainWeight,
} from '../formats/plainNetwork';

/** The layer of that name, or an error that names it. */
export function layerNamed(network: PlainNetwork, name: string): PlainLayer {
	const layer = network.layers.find((candidate) => candidate.name === name);
	if (!layer) throw new Error(`the network has no layer ${name}`);
	return layer;
}

export function weightNamed(network: PlainNetwork, name: string): PlainWeight {
	const weight = network.weights.get(name);
	if (!weight) throw new Error(`the network has no weight ${name}`);
	return weight;
}

/** The layers that read from `name`. */
export function readersOf(network: PlainNetwork, name: string): PlainLayer[] {
	return network.layers.filter((layer) => inputsOf(layer).includes(name));
}

/** Keeps what the outputs need; every other layer and weight goes. */
export function cut(network: PlainNetwork, outputs: string[]): PlainNetwork {
	const needed = new Set<string>();
	const visit = (name: string): void => {
		if (needed.has(name)) return;
		needed.add(name);
		for (const input of inputsOf(layerNamed(network, name))) visit(input);
	};
	for (const output of outputs) visit(output);
	return {
		...network,
		outputs,
		layers: network.layers.filter(({ name }) => needed.has(name)),
		weights: new Map([...network.weights].filter(([name]) => needed.has(name.split('/')[0] ?? ''))),
	};
}

/** Appends a layer without weights that reads from `inputs`. */
export function append(
	network: PlainNetwork,
	class_name: string,
	name: string,
	inputs: string[],
	config: Record<string, unknown> = {},
): PlainNetwork {
	const layer: PlainLayer = {
		name,
		class_name,
		config: { name, trainable: false, dtype: 'float32', ...config },
		inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
	};
	return { ...network, layers: [...network.layers, layer] };
}

/** Makes a layer read from `inputs` instead of what it read from. */
export function rewire(network: PlainNetwork, name: string, inputs: string[]): PlainNetwork {
	return {
		...network,
		layers: network.layers.map((layer) =>
			layer.name === name
				? { ...layer, inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])] }
				: layer,
		),
	};
}

/** Replaces the configuration values given; the rest of the layer stays. */
export function configure(
	network: PlainNetwork,
	name: string,
	values: Record<string, unknown>,
): PlainNetwork {
	return {
		...network,
		layers: network.layers.map((layer) =>
			layer.name === name ? { ...layer, config: { ...layer.config, ...values } } : layer,
		),
	};
}

/** Takes a layer with one input out; whoever read from it reads from that input instead. */
export function bypass(network: PlainNetwork, name: string): PlainNetwork {
	const [input] = inputsOf(layerNamed(network, name));
	if (input === undefined) throw new Error(`${name} has no input to stand in for it`);
	const rename = (from: string): string => (from === name ? input : from);
	return {
		...network,
		outputs: network.outputs.map(rename),
		layers: network.layers
			.filter((layer) => layer.name !== name)
			.map((layer) => ({
				...layer,
				inbound_nodes: layer.inbound_nodes.map((call) =>
					call.map(([from, node, tensor, args]) => [rename(from), node, tensor, args]),
				),
			})),
		weights: new Map([...network.weights].filter(([key]) => !key.startsWith(`${name}/`))),
	};
}
