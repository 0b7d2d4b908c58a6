import * as tf from '@tensorflow/tfjs-core';

/** Of the shape of `units`: 0 where one is left out of a step, and more than 1 elsewhere to make up for it. */
export function keptUnits(units: tf.Tensor2D, dropout: number, seed: number): tf.Tensor2D {
	const ones = tf.onesLike(units);
	return dropout > 0 ? (tf.dropout(ones, dropout, undefined, seed) as tf.Tensor2D) : ones;
}
