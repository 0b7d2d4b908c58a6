import type * as tf from '@tensorflow/tfjs-core';
import type { HeadParameters } from '../../domain/head';

/** A small network that `trainNetwork` trains. Owns its tensors. */
export interface TrainableNetwork {
	readonly variables: tf.Variable[];
	/**
	 * Scores `[n, labels]`, every unit taking part.
	 * @param rows `[n, inputs]`
	 */
	scores(rows: tf.Tensor2D): tf.Tensor2D;
	/**
	 * Derivatives of the mean cross-entropy plus half the weights' squares times `weightDecay`, by variable name.
	 * Written down instead of derived: the products that TF.js derives, transposed on the left, are forty times
	 * slower on WASM, and a bundle of TF.js' core derives nothing unless told to.
	 * @param rows `[n, inputs]`
	 * @param targets `[n, labels]`, 0 and 1
	 * @param shares `[n, 1]`: each row's share of the mean
	 * @param step.seed says what is left out of this step
	 */
	gradients(
		rows: tf.Tensor2D,
		targets: tf.Tensor2D,
		shares: tf.Tensor2D,
		step: { seed: number; weightDecay: number },
	): tf.NamedTensorMap;
	/** What it has learned. */
	parameters(): Promise<HeadParameters>;
	dispose(): void;
}
