import * as tf from '@tensorflow/tfjs-core';
import {
	type ConvolutionPlan,
	depthwiseInputGradient,
	filterGradient,
	inputGradient,
} from './convolutionGradients';

/** Of a convolution's or a depthwise one's kernels, forwards and backwards. */
interface Attributes {
	strides: [number, number] | number;
	pad: 'same' | 'valid' | number;
	dimRoundingMode?: 'floor' | 'round' | 'ceil';
	inputShape: [number, number, number, number];
	filterShape: [number, number, number, number];
}

type Maker = (one: tf.Tensor4D, other: tf.Tensor4D, attributes: Attributes) => tf.Tensor4D;

/**
 * TF.js' WASM backend has no derivative of a convolution by its filter, none of a depthwise one by its input, and a slow
 * one of a convolution by its input. These take their places; once per worker. None by a depthwise filter: those do not
 * learn.
 */
export function addWasmGradients(): void {
	const shape = (tensor: tf.Tensor4D) => tensor.shape;
	add(tf.Conv2DBackpropFilter, ['x', 'dy'], (x, dy, attributes) =>
		filterGradient(x, dy, planOf(attributes, shape(x), attributes.filterShape, false)),
	);
	add(tf.Conv2DBackpropInput, ['dy', 'filter'], (dy, filter, attributes) =>
		inputGradient(dy, filter, planOf(attributes, attributes.inputShape, shape(filter), false)),
	);
	add(tf.DepthwiseConv2dNativeBackpropInput, ['dy', 'filter'], (dy, filter, attributes) => {
		const plan = planOf(attributes, attributes.inputShape, shape(filter), true);
		return depthwiseInputGradient(dy, filter, plan);
	});
}

function add(kernelName: string, names: readonly [string, string], make: Maker): void {
	const backendName = 'wasm';
	if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
	tf.registerKernel({
		kernelName,
		backendName,
		kernelFunc: ({ inputs, attrs }) =>
			tf.tidy(() => {
				const [one, other] = names.map((name) => tensorOf(inputs[name] as tf.TensorInfo));
				return make(one as tf.Tensor4D, other as tf.Tensor4D, attrs as unknown as Attributes);
			}),
	});
}

/** A second tensor on the same numbers: they must outlive it. */
function tensorOf(info: tf.TensorInfo): tf.Tensor {
	tf.backend().incRef(info.dataId);
	return tf.engine().makeTensorFromTensorInfo(info);
}

/** @param attributes of a kernel, in TF.js' words */
export function planOf(
	{ strides, pad, dimRoundingMode }: Pick<Attributes, 'strides' | 'pad' | 'dimRoundingMode'>,
	input: [number, number, number, number],
	filter: [number, number, number, number],
	depthwise: boolean,
): ConvolutionPlan {
	const info = tf.backend_util.computeConv2DInfo(
		input,
		filter,
		strides,
		1,
		pad,
		dimRoundingMode,
		depthwise,
	);
	const { top, bottom, left, right } = info.padInfo;
	return {
		input: [info.inHeight, info.inWidth],
		output: [info.outHeight, info.outWidth],
		filter: [info.filterHeight, info.filterWidth],
		strides: [info.strideHeight, info.strideWidth],
		padding: { top, bottom, left, right },
	};
}
