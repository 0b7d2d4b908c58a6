import * as tf from '@tensorflow/tfjs-core';
import type { HeadParameters } from '../../domain/head';
import {
	affine,
	type DenseVariables,
	denseGradients,
	denseLayer,
	newDense,
} from './denseVariables';
import { keptUnits } from './keptUnits';
import type { TrainableNetwork } from './trainableNetwork';

interface MultilayerSettings {
	hidden: number;
	/** Share of hidden units left out at each step, 0–1. */
	dropout: number;
	seed: number;
}

/** A perceptron with one hidden layer, ReLU and dropout (Srivastava et al., 2014). */
export class Multilayer implements TrainableNetwork {
	readonly #dropout: number;
	readonly #hidden: DenseVariables;
	readonly #output: DenseVariables;

	constructor(inputs: number, labels: number, { hidden, dropout, seed }: MultilayerSettings) {
		this.#dropout = dropout;
		this.#hidden = newDense(inputs, hidden, seed);
		this.#output = newDense(hidden, labels, seed + 1);
	}

	get variables(): tf.Variable[] {
		return [this.#hidden.weights, this.#hidden.bias, this.#output.weights, this.#output.bias];
	}

	scores(rows: tf.Tensor2D): tf.Tensor2D {
		return affine(tf.relu(affine(rows, this.#hidden)), this.#output);
	}

	gradients(
		rows: tf.Tensor2D,
		targets: tf.Tensor2D,
		shares: tf.Tensor2D,
		{ seed, weightDecay }: { seed: number; weightDecay: number },
	): tf.NamedTensorMap {
		const before = affine(rows, this.#hidden);
		const kept = keptUnits(before, this.#dropout, seed);
		const hidden = tf.mul(tf.relu(before), kept) as tf.Tensor2D;
		const scores = affine(hidden, this.#output);
		const pull = tf.mul(tf.sub(tf.softmax(scores), targets), shares) as tf.Tensor2D;
		const through = tf.matMul(pull, tf.transpose(this.#output.weights));
		const hiddenPull = tf.mul(tf.mul(through, kept), tf.step(before)) as tf.Tensor2D;
		return {
			...denseGradients(this.#output, hidden, pull, weightDecay),
			...denseGradients(this.#hidden, rows, hiddenPull, weightDecay),
		};
	}

	async parameters(): Promise<HeadParameters> {
		const layers = [await denseLayer(this.#hidden), await denseLayer(this.#output)];
		return { kind: 'layers', layers, output: 'linear' };
	}

	dispose(): void {
		tf.dispose(this.variables);
	}
}
