import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	depthwiseInputGradient,
	filterGradient,
	inputGradient,
} from '../../../../src/learning/tuning/convolutionGradients';
import { planOf } from '../../../../src/learning/tuning/wasmGradients';
import { largestDifference } from '../../../../src/maths/largestDifference';
import { normalPair, seededRandom } from '../../../../src/maths/seededRandom';

beforeAll(async () => {
	await tf.setBackend('cpu');
});

const random = seededRandom(3);
type Shape = [number, number, number, number];
const noise = (shape: Shape): tf.Tensor4D =>
	tf.tensor4d(
		Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => normalPair(random)[0]),
		shape,
	);

const difference = (own: tf.Tensor, theirs: tf.Tensor): number => {
	expect(own.shape).toEqual(theirs.shape);
	return largestDifference(own.dataSync<'float32'>(), theirs.dataSync<'float32'>());
};

/** Filter's side, stride, padding, side of the picture: those of the networks, and odd ones. */
const cases = [
	{ side: 1, stride: 1, pad: 'same', picture: 5 },
	{ side: 1, stride: 2, pad: 'valid', picture: 14 },
	{ side: 3, stride: 1, pad: 'same', picture: 7 },
	{ side: 3, stride: 1, pad: 'valid', picture: 6 },
	{ side: 3, stride: 2, pad: 'valid', picture: 15 },
	{ side: 3, stride: 2, pad: 'same', picture: 14 },
	{ side: 3, stride: 2, pad: 'same', picture: 7 },
	{ side: 2, stride: 3, pad: 'valid', picture: 9 },
] as const;

describe('derivatives of convolutions are what the cpu backend says', () => {
	it.each(cases)('$side × $side, stride $stride, $pad, $picture pixels', (of) => {
		const { side, stride, pad, picture } = of;
		const before = tf.memory().numTensors;
		tf.tidy(() => {
			const x = noise([2, picture, picture, 3]);
			const filter = noise([side, side, 3, 4]);
			const dy = noise(tf.conv2d(x, filter, stride, pad).shape);
			const plan = planOf({ strides: stride, pad }, x.shape, filter.shape, false);
			const theirs = tf.grads((x: tf.Tensor, filter: tf.Tensor) =>
				tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad),
			)([x, filter], dy);
			expect(difference(inputGradient(dy, filter, plan), theirs[0] as tf.Tensor)).toBeLessThan(
				1e-5,
			);
			expect(difference(filterGradient(x, dy, plan), theirs[1] as tf.Tensor)).toBeLessThan(1e-5);
		});
		expect(tf.memory().numTensors).toBe(before);
	});

	it.each(cases)('depthwise $side × $side, stride $stride, $pad, $picture pixels', (of) => {
		const { side, stride, pad, picture } = of;
		tf.tidy(() => {
			const x = noise([2, picture, picture, 3]);
			const filter = noise([side, side, 3, 1]);
			const dy = noise(tf.depthwiseConv2d(x, filter, stride, pad).shape);
			const plan = planOf({ strides: stride, pad }, x.shape, filter.shape, true);
			const theirs = tf.grads((x: tf.Tensor, filter: tf.Tensor) =>
				tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad),
			)([x, filter], dy);
			const own = depthwiseInputGradient(dy, filter, plan);
			expect(difference(own, theirs[0] as tf.Tensor)).toBeLessThan(1e-5);
		});
	});
});
