import * as tf from '@tensorflow/tfjs-core';
import type { DenseLayer, HeadParameters } from '../../domain/head';
import { affine, type DenseVariables, denseGradients, denseLayer } from './denseVariables';
import type { TrainableNetwork } from './trainableNetwork';

/**
 * A single layer that begins from another head's weights, and whose weight decay pulls towards them instead of towards
 * zero (L2-SP: Li, Grandvalet and Davoine, 2018). Where the new products say nothing, the old head stands.
 */
export class CarriedLayer implements TrainableNetwork {
	readonly #layer: DenseVariables;
	readonly #start: tf.Tensor2D;

	constructor({ inputs, outputs, weights, bias }: DenseLayer) {
		this.#start = tf.tensor2d(weights, [inputs, outputs]);
		this.#layer = tf.tidy(() => ({
			weights: tf.variable(this.#start),
			bias: tf.variable(tf.tensor1d(bias)),
		}));
	}

	get variables(): tf.Variable[] {
		return [this.#layer.weights, this.#layer.bias];
	}

	scores(rows: tf.Tensor2D): tf.Tensor2D {
		return affine(rows, this.#layer);
	}

	gradients(
		rows: tf.Tensor2D,
		targets: tf.Tensor2D,
		shares: tf.Tensor2D,
		{ weightDecay }: { seed: number; weightDecay: number },
	): tf.NamedTensorMap {
		const pull = tf.mul(tf.sub(tf.softmax(this.scores(rows)), targets), shares) as tf.Tensor2D;
		const { weights } = this.#layer;
		const plain = denseGradients(this.#layer, rows, pull, 0);
		const back = tf.mul(tf.sub(weights, this.#start), weightDecay);
		return { ...plain, [weights.name]: tf.add(plain[weights.name] as tf.Tensor, back) };
	}

	async parameters(): Promise<HeadParameters> {
		return { kind: 'layers', layers: [await denseLayer(this.#layer)], output: 'linear' };
	}

	dispose(): void {
		tf.dispose([this.#start, ...this.variables]);
	}
}
