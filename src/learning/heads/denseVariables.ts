import * as tf from '@tensorflow/tfjs-core';
import type { DenseLayer } from '../../domain/head';
import { normalPair, seededRandom } from '../../maths/seededRandom';

/** A dense layer that is being trained: weights `[inputs, outputs]` and bias `[outputs]`. */
export interface DenseVariables {
	weights: tf.Variable<tf.Rank.R2>;
	bias: tf.Variable<tf.Rank.R1>;
}

/** Normal weights of variance `gain` / inputs (2 for ReLU: He et al., 2015), zero bias. */
export function newDense(inputs: number, outputs: number, seed: number, gain = 2): DenseVariables {
	const random = seededRandom(seed);
	const values = new Float32Array(inputs * outputs);
	const deviation = Math.sqrt(gain / inputs);
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

/** `[n, inputs]` to `[n, outputs]`. */
export function affine(rows: tf.Tensor2D, { weights, bias }: DenseVariables): tf.Tensor2D {
	return tf.add(tf.matMul(rows, weights), bias);
}

/**
 * Derivatives by a layer's variables of what is pulled at by its output, by variable name.
 * @param inputs `[n, inputs]`
 * @param pull `[n, outputs]`
 */
export function denseGradients(
	{ weights, bias }: DenseVariables,
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

/** The layer as it is now. */
export async function denseLayer({ weights, bias }: DenseVariables): Promise<DenseLayer> {
	const [inputs, outputs] = weights.shape;
	return {
		inputs,
		outputs,
		weights: await weights.data<'float32'>(),
		bias: await bias.data<'float32'>(),
	};
}
