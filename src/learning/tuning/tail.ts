import type { PlainNetwork, PlainWeight } from '../../formats/plainNetwork';
import { convolutionsWithNorm, foldBatchNorm } from '../foldBatchNorm';
import { cut } from '../surgery';

/** A network in two: what stays as it is, and what learns. */
export interface StemAndTail {
	/** From the photo to what the tail starts from. */
	stem: PlainNetwork;
	/** From there to the embedding. */
	tail: PlainNetwork;
}

/**
 * Cuts a network behind a layer.
 * @param network without batch norms: those that are kept would go on counting while the tail learns
 * @param shape of what the layer hands on, `[height, width, channels]`
 * @throws Error when the embedding depends on more than that layer
 */
export function cutBehind(
	network: PlainNetwork,
	layer: string,
	shape: readonly number[],
): StemAndTail {
	const [embedding = ''] = network.outputs;
	const started: PlainNetwork = {
		...network,
		inputs: [layer],
		layers: network.layers.map((each) =>
			each.name === layer
				? {
						name: layer,
						class_name: 'InputLayer',
						config: { name: layer, batch_input_shape: [null, ...shape], dtype: 'float32' },
						inbound_nodes: [],
					}
				: each,
		),
	};
	const tail = learning(cut(started, [embedding]));
	const own = tail.layers.filter(({ class_name }) => class_name === 'InputLayer');
	if (own.length !== 1) throw new Error(`the embedding does not all go through ${layer}`);
	return { stem: cut(network, [layer]), tail };
}

/** The same network, all of whose layers learn but the depthwise ones: they are few numbers, and slow on WASM. */
export function learning(network: PlainNetwork): PlainNetwork {
	return {
		...network,
		layers: network.layers.map((layer) => ({
			...layer,
			config: { ...layer.config, trainable: layer.class_name !== 'DepthwiseConv2D' },
		})),
	};
}

/**
 * The network with what it learned in place of its own weights.
 * @param values of convolutions, whose batch norms are folded into them
 * @throws Error when the network has no such weight
 */
export function withOwnWeights(
	network: PlainNetwork,
	values: ReadonlyMap<string, PlainWeight>,
): PlainNetwork {
	const folded = convolutionsWithNorm(network)
		.filter(({ kernel }) => values.has(kernel))
		.map(({ norm }) => norm.name);
	const own = foldBatchNorm(network, (norm) => folded.includes(norm));
	const weights = new Map(own.weights);
	for (const [name, value] of values) {
		if (weights.get(name)?.data.length !== value.data.length)
			throw new Error(`the network has no weight ${name} of that size`);
		weights.set(name, value);
	}
	return { ...own, weights };
}
