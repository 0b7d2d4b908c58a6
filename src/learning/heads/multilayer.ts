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
	 * Scores `[n, labels]`.
	 * @param rows `[n, inputs]`
	 * @param dropout share of hidden units left out, and the seed of which; `null` when not training
	 */
	scores(rows: tf.Tensor2D, dropout: { rate: number; seed: number } | null): tf.Tensor2D {
		const hidden = tf.relu(tf.add(constantProduct(rows, this.#hidden.weights), this.#hidden.bias));
		const kept =
			dropout && dropout.rate > 0
				? (tf.dropout(hidden, dropout.rate, undefined, dropout.seed) as tf.Tensor2D)
				: (hidden as tf.Tensor2D);
		return tf.add(product(kept, this.#output.weights), this.#output.bias);
	}

	/** Half the sum of squared weights, biases left out. */
	penalty(): tf.Scalar {
		const squares = [this.#hidden, this.#output].map(({ weights }) => tf.sum(tf.square(weights)));
		return tf.mul(tf.addN(squares), 0.5);
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

/*
 * Matrix products whose derivatives transpose first and multiply then: on WASM a product with a transposed
 * left side, as TF.js derives it, is forty times slower.
 */

/** For rows that are data: no derivative by them. */
function constantProduct(rows: tf.Tensor2D, weights: tf.Tensor2D): tf.Tensor2D {
	const op = tf.customGrad((w) => ({
		value: tf.matMul(rows, w as tf.Tensor2D),
		gradFunc: (pull: tf.Tensor) => tf.matMul(tf.transpose(rows), pull as tf.Tensor2D),
	}));
	return op(weights) as tf.Tensor2D;
}

function product(left: tf.Tensor2D, right: tf.Tensor2D): tf.Tensor2D {
	const op = tf.customGrad((a, b, save) => {
		(save as tf.GradSaveFunc)([a as tf.Tensor, b as tf.Tensor]);
		return {
			value: tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D),
			gradFunc: (pull: tf.Tensor, saved: tf.Tensor[]) => {
				const [a, b] = saved as [tf.Tensor2D, tf.Tensor2D];
				return [
					tf.matMul(pull as tf.Tensor2D, tf.transpose(b)),
					tf.matMul(tf.transpose(a), pull as tf.Tensor2D),
				];
			},
		};
	});
	return op(left, right) as tf.Tensor2D;
}
