import type { PlainLayer, PlainNetwork, PlainWeight } from './plainNetwork';

/** What one call of a layer hands on. */
export interface Source {
	layer: string;
	call: number;
}

/** Puts a network together, layer by layer. */
export class NetworkBuilder {
	readonly #layers: PlainLayer[] = [];
	readonly #inputs: string[] = [];
	readonly #weights = new Map<string, PlainWeight>();

	/** @param shape of one item: `[dimensions]`, `[height, width, channels]` */
	input(name: string, shape: number[]): Source {
		this.#inputs.push(name);
		this.#layers.push({
			name,
			class_name: 'InputLayer',
			config: { name, batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false },
			inbound_nodes: [],
		});
		return { layer: name, call: 0 };
	}

	/**
	 * A layer that is called once for each entry of `calls`, always with the same weights.
	 * @param calls what each call reads from
	 * @param weights by their names within the layer: `kernel`
	 * @returns what each call hands on
	 */
	add(
		class_name: string,
		name: string,
		calls: readonly (readonly Source[])[],
		config: Record<string, unknown> = {},
		weights: Record<string, PlainWeight> = {},
	): Source[] {
		this.#layers.push({
			name,
			class_name,
			config: { name, trainable: false, dtype: 'float32', ...config },
			inbound_nodes: calls.map((sources) => sources.map(({ layer, call }) => [layer, call, 0, {}])),
		});
		for (const [weight, value] of Object.entries(weights))
			this.#weights.set(`${name}/${weight}`, value);
		return calls.map((_, call) => ({ layer: name, call }));
	}

	network(name: string, outputs: Source[]): PlainNetwork {
		return {
			name,
			layers: this.#layers,
			inputs: this.#inputs,
			outputs: outputs.map(({ layer }) => layer),
			weights: this.#weights,
		};
	}
}
