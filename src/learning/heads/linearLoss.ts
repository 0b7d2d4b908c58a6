import * as tf from '@tensorflow/tfjs-core';

/** What a linear head minimises, per row and label. */
export type LinearLoss =
	/** Cross-entropy of a softmax over all labels: softmax regression. */
	| 'softmax'
	/** Cross-entropy of one sigmoid per label: one-versus-all. */
	| 'sigmoid'
	/** Squared hinge, one question per label: linear SVM (as liblinear's default, Fan et al., 2008). */
	| 'hinge';

/**
 * Largest second derivative of a row's loss along a change of its scores, over that change squared (softmax: Böhning,
 * 1992).
 */
export const steepest: Record<LinearLoss, number> = { softmax: 0.5, sigmoid: 0.25, hinge: 2 };

/**
 * Derivative of each row's loss by its scores, `[n, k, labels]`.
 * @param scores `[n, k, labels]`
 * @param targets `[n, 1, labels]`, 0 and 1
 */
export function scorePull(
	loss: LinearLoss,
	scores: tf.Tensor3D,
	targets: tf.Tensor3D,
): tf.Tensor3D {
	switch (loss) {
		case 'softmax':
			return tf.sub(tf.softmax(scores), targets);
		case 'sigmoid':
			return tf.sub(tf.sigmoid(scores), targets);
		case 'hinge': {
			const signs = tf.sub(tf.mul(targets, 2), 1);
			const missing = tf.relu(tf.sub(1, tf.mul(signs, scores)));
			return tf.mul(tf.mul(signs, missing), -2);
		}
	}
}

/** Loss of each row, `[n, k]`. Shapes as above. */
export function rowLoss(loss: LinearLoss, scores: tf.Tensor3D, targets: tf.Tensor3D): tf.Tensor2D {
	switch (loss) {
		case 'softmax':
			return tf.sub(tf.logSumExp(scores, 2), tf.sum(tf.mul(scores, targets), 2));
		case 'sigmoid':
			return tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, targets)), 2);
		case 'hinge': {
			const signs = tf.sub(tf.mul(targets, 2), 1);
			return tf.sum(tf.square(tf.relu(tf.sub(1, tf.mul(signs, scores)))), 2);
		}
	}
}
