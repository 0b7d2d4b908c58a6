import * as tf from '@tensorflow/tfjs-core';
import type { DenseLayer } from '../../domain/head';
import { normalPair, seededRandom } from '../../maths/seededRandom';

/** A perceptron with one hidden layer, ReLU and dropout (Srivastava et al., 2014). Owns its tensors. */
export class Multilayer {
	readonly sizes: { inputs: number; hidden: number; labels: number };
	readonly #hidden: Layer;
	readonly #output: Layer;

	constructor(sizes: { inputs: number; hidden: number; labels: number }, seed: number) {
		this.sizes = sizes;
		this.#hidden = newLayer(sizes.inputs, sizes.hidden, seed);
		this.#output = newLayer(sizes.hidden, sizes.labels, seed + 1);
	}

	get variables(): tf.Variable[] {
		return [this.#hidden.weights, this.#hidden.bias, this.#output.weights, this.#output.bias];
	}

	/**
	 * Scores `[n, labels]`, every hidden unit taking part.
	 * @param rows `[n, inputs]`
	 */
	scores(rows: tf.Tensor2D): tf.Tensor2D {
		return affine(tf.relu(affine(rows, this.#hidden)), this.#output);
	}

	/**
	 * Derivatives of the mean cross-entropy plus half the weights' squares times `weightDecay`, by variable name.
	 * Written down instead of derived: the products that TF.js derives, transposed on the left, are forty times
	 * slower on WASM, and a bundle of TF.js' core derives nothing unless told to.
	 * @param rows `[n, inputs]`
	 * @param targets `[n, labels]`, 0 and 1
	 * @param shares `[n, 1]`: each row's share of the mean
	 * @param dropout share of hidden units left out of this step, and the seed that says which
	 */
	gradients(
		rows: tf.Tensor2D,
		targets: tf.Tensor2D,
		shares: tf.Tensor2D,
		dropout: { rate: number; seed: number },
		weightDecay: number,
	): tf.NamedTensorMap {
		const before = affine(rows, this.#hidden);
		const ones = tf.onesLike(before);
		// 0 where a unit is left out, and more than 1 elsewhere to make up for it.
		const kept = dropout.rate > 0 ? tf.dropout(ones, dropout.rate, undefined, dropout.seed) : ones;
		const hidden = tf.mul(tf.relu(before), kept) as tf.Tensor2D;
		const scores = affine(hidden, this.#output);
		const pull = tf.mul(tf.sub(tf.softmax(scores), targets), shares) as tf.Tensor2D;
		const through = tf.matMul(pull, tf.transpose(this.#output.weights));
		const hiddenPull = tf.mul(tf.mul(through, kept), tf.step(before)) as tf.Tensor2D;
		return {
			...layerGradients(this.#output, hidden, pull, weightDecay),
			...layerGradients(this.#hidden, rows, hiddenPull, weightDecay),
		};
	}

	/** Copies of the variables. The caller owns them. */
	snapshot(): tf.Tensor[] {
		return this.variables.map((variable) => variable.clone());
	}

	restore(snapshot: tf.Tensor[]): void {
		for (const [i, variable] of this.variables.entries()) variable.assign(snapshot[i] as tf.Tensor);
	}

	async layers(): Promise<DenseLayer[]> {
		const { inputs, hidden, labels } = this.sizes;
		const plain = async (
			{ weights, bias }: Layer,
			inputs: number,
			outputs: number,
		): Promise<DenseLayer> => ({
			inputs,
			outputs,
			weights: await weights.data<'float32'>(),
			bias: await bias.data<'float32'>(),
		});
		return [await plain(this.#hidden, inputs, hidden), await plain(this.#output, hidden, labels)];
	}

	dispose(): void {
		tf.dispose(this.variables);
	}
}

interface Layer {
	weights: tf.Variable<tf.Rank.R2>;
	bias: tf.Variable<tf.Rank.R1>;
}

/** Normal weights of variance 2 / inputs (He et al., 2015), zero bias. */
function newLayer(inputs: number, outputs: number, seed: number): Layer {
	const random = seededRandom(seed);
	const values = new Float32Array(inputs * outputs);
	const deviation = Math.sqrt(2 / inputs);
	for (let i = 0; i < values.length; i += 2) {
		const [first, second] = normalPair(random);
		values[i] = first * deviation;
		if (i + 1 < values.length) values[i + 1] = second * deviation;
	}
	return tf.tidy(() => ({
		weights: tf.variable(tf.tensor2d(values, [inputs, outputs])),
		bias: tf.variable(tf.zeros<tf.Rank.R1>([outputs])),
	}));
}

function affine(rows: tf.Tensor2D, { weights, bias }: Layer): tf.Tensor2D {
	return tf.add(tf.matMul(rows, weights), bias);
}

function layerGradients(
	{ weights, bias }: Layer,
	inputs: tf.Tensor2D,
	pull: tf.Tensor2D,
	weightDecay: number,
): tf.NamedTensorMap {
	const product = tf.matMul(tf.transpose(inputs), pull);
	return {
		[weights.name]: tf.add(product, tf.mul(weights, weightDecay)),
		[bias.name]: tf.sum(pull, 0),
	};
}
