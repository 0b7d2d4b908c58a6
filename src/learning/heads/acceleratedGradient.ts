import * as tf from '@tensorflow/tfjs-core';
import type { Curvature } from './curvature';

/** Weights `[d, k·labels]` and bias `[k·labels]` of k heads side by side, or their derivatives. */
export type LinearWeights = { weights: tf.Tensor2D; bias: tf.Tensor1D };

type State = {
	/** Where the last step ended, before it was carried on. */
	reached: LinearWeights;
	/** Where the last gradient was taken, and that gradient. */
	before?: { point: LinearWeights; gradient: LinearWeights };
	/** `[k]` */
	step: tf.Tensor1D;
	/** `[k]`, 1 where momentum begins anew */
	momentum: tf.Tensor1D;
};

/**
 * Accelerated gradient (Nesterov, 1983; Beck & Teboulle, 2009) of k convex objectives at once, restarted where the
 * momentum points uphill (O'Donoghue & Candès, 2015).
 *
 * A step of 1 / bound is safe and several times too short, because the bound takes every row for undecided. So steps
 * begin at 1 / guess and shrink to what is measured: change of the gradient over change of place, which finds the very
 * direction in which steps are too long (as Malitsky & Mishchenko, 2020), never below the safe one.
 *
 * Owns its tensors and the curvature's.
 */
export class AcceleratedGradient {
	readonly #curvature: Curvature;
	readonly #heads: number;
	#state: State;

	/** @param start cloned */
	constructor(start: LinearWeights, curvature: Curvature) {
		this.#curvature = curvature;
		this.#heads = curvature.bound.shape[0];
		this.#state = tf.tidy(() => ({
			reached: { weights: tf.clone(start.weights), bias: tf.clone(start.bias) },
			step: tf.reciprocal(curvature.guess),
			momentum: tf.onesLike(curvature.guess),
		}));
	}

	/**
	 * @param point where the heads are
	 * @param gradient there
	 * @returns where the momentum carries them, which is where the next gradient is wanted; the caller's
	 */
	step(point: LinearWeights, gradient: LinearWeights): LinearWeights {
		const { state, next } = tf.tidy((): { state: State; next: LinearWeights } => {
			const { before, momentum } = this.#state;
			const step = before
				? this.#noLonger(minus(point, before.point), minus(gradient, before.gradient))
				: this.#state.step;
			const reached = {
				weights: tf.sub<tf.Tensor2D>(point.weights, tf.mul(gradient.weights, this.#spread(step))),
				bias: tf.sub<tf.Tensor1D>(
					point.bias,
					tf.mul(gradient.bias, this.#spread(tf.mul(step, this.#curvature.biasScale))),
				),
			};
			const moved = minus(reached, this.#state.reached);
			const uphill = tf.greater(
				tf.add(
					this.#sum(tf.mul(gradient.weights, moved.weights)),
					this.#sum(tf.mul(gradient.bias, moved.bias)),
				),
				0,
			);
			const from = tf.where(uphill, tf.onesLike(momentum), momentum);
			const onward = tf.div<tf.Tensor1D>(
				tf.add(tf.sqrt(tf.add(tf.mul(tf.square(from), 4), 1)), 1),
				2,
			);
			const carried = this.#spread(tf.div(tf.sub(from, 1), onward));
			return {
				next: {
					weights: tf.add<tf.Tensor2D>(reached.weights, tf.mul(moved.weights, carried)),
					bias: tf.add<tf.Tensor1D>(reached.bias, tf.mul(moved.bias, carried)),
				},
				state: {
					reached,
					before: {
						point: { weights: tf.clone(point.weights), bias: tf.clone(point.bias) },
						gradient: { weights: tf.clone(gradient.weights), bias: tf.clone(gradient.bias) },
					},
					step: tf.clone(step),
					momentum: onward,
				},
			};
		});
		tf.dispose(this.#state);
		this.#state = kept(state);
		return next;
	}

	/** The step, shrunk to what `turned` over `moved` allows, but never below the safe one. `[k]` */
	#noLonger(moved: LinearWeights, turned: LinearWeights): tf.Tensor1D {
		const { bound, biasScale } = this.#curvature;
		const far = tf.add(
			this.#sum(tf.square(moved.weights)),
			tf.div(this.#sum(tf.square(moved.bias)), biasScale),
		);
		const much = tf.add(
			this.#sum(tf.square(turned.weights)),
			tf.mul(this.#sum(tf.square(turned.bias)), biasScale),
		);
		// Where nothing moves any more the quotient is rounding errors: hence the bound.
		const measured = tf.sqrt(tf.div(far, tf.add(much, 1e-30)));
		return tf.maximum(tf.reciprocal(bound), tf.minimum(this.#state.step, measured));
	}

	/** `[…, k·labels]` to `[k]` */
	#sum(tensor: tf.Tensor): tf.Tensor1D {
		const columns = tensor.rank === 2 ? tf.sum(tensor, 0) : tensor;
		return tf.sum(tf.reshape(columns, [this.#heads, -1]), 1);
	}

	/** `[k]` to `[k·labels]` */
	#spread(perHead: tf.Tensor): tf.Tensor1D {
		const labels = this.#state.reached.bias.size / this.#heads;
		return tf.reshape(tf.tile(tf.reshape(perHead, [this.#heads, 1]), [1, labels]), [-1]);
	}

	dispose(): void {
		tf.dispose([this.#state, Object.values(this.#curvature)]);
	}
}

/** Also when a `tidy` around it ends. */
function kept(state: State): State {
	const { reached, before, step, momentum } = state;
	const sides = before ? [reached, before.point, before.gradient] : [reached];
	for (const tensor of [...sides.flatMap((side) => [side.weights, side.bias]), step, momentum])
		tf.keep(tensor);
	return state;
}

function minus(a: LinearWeights, b: LinearWeights): LinearWeights {
	return { weights: tf.sub(a.weights, b.weights), bias: tf.sub(a.bias, b.bias) };
}
