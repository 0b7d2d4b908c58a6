import type { PlainLayer, PlainNetwork, PlainWeight } from '../../../src/formats/plainNetwork';
import { seededRandom } from '../../../src/maths/seededRandom';

let random = seededRandom(7);

function layer(
	class_name: string,
	name: string,
	inputs: string[],
	config: Record<string, unknown> = {},
): PlainLayer {
	return {
		name,
		class_name,
		config: { name, trainable: false, dtype: 'float32', ...config },
		inbound_nodes: inputs.length > 0 ? [inputs.map((input) => [input, 0, 0, {}])] : [],
	};
}

function convolution(name: string, input: string, filters: number, config = {}): PlainLayer {
	return layer('Conv2D', name, [input], {
		filters,
		kernel_size: [3, 3],
		padding: 'same',
		activation: 'linear',
		...config,
	});
}

/** Channels of very different size, as real networks have them. */
function kernel(...shape: number[]): PlainWeight {
	const length = shape.reduce((product, side) => product * side, 1);
	const channels = shape.findLast((side) => side > 1) ?? 1;
	return {
		shape,
		data: Float32Array.from(
			{ length },
			(_, i) => (random() - 0.5) * 4 ** ((i % channels) - channels / 2),
		),
	};
}

function vector(length: number, from: number, to: number): PlainWeight {
	return {
		shape: [length],
		data: Float32Array.from({ length }, () => from + random() * (to - from)),
	};
}

function norm(name: string, channels: number): [string, PlainWeight][] {
	return [
		[`${name}/gamma`, vector(channels, 0.5, 2)],
		[`${name}/beta`, vector(channels, -1, 1)],
		[`${name}/moving_mean`, vector(channels, -1, 1)],
		[`${name}/moving_variance`, vector(channels, 0.01, 4)],
	];
}

/**
 * All the shapes that folding meets: a convolution with and one without bias, a depthwise one, ReLU plain
 * and clipped, a shortcut around a block (so that one activation has two readers) and a head.
 */
export function tinyNetwork(): PlainNetwork {
	// The same weights each time.
	random = seededRandom(7);
	const normConfig = { axis: [3], epsilon: 0.001, center: true, scale: true };
	return {
		name: 'tiny',
		inputs: ['in'],
		outputs: ['pool', 'head'],
		layers: [
			layer('InputLayer', 'in', [], { batch_input_shape: [null, 8, 8, 3] }),
			convolution('c1', 'in', 6, { use_bias: true }),
			layer('BatchNormalization', 'n1', ['c1'], normConfig),
			layer('Activation', 'r1', ['n1'], { activation: 'relu' }),
			layer('DepthwiseConv2D', 'd2', ['r1'], {
				kernel_size: [3, 3],
				padding: 'same',
				depth_multiplier: 1,
				activation: 'linear',
				use_bias: false,
			}),
			layer('BatchNormalization', 'n2', ['d2'], normConfig),
			layer('ReLU', 'r2', ['n2'], { max_value: 6 }),
			convolution('c3', 'r2', 6, { use_bias: false }),
			layer('BatchNormalization', 'n3', ['c3'], normConfig),
			layer('Add', 'sum', ['r1', 'n3']),
			layer('Activation', 'r3', ['sum'], { activation: 'relu' }),
			layer('GlobalAveragePooling2D', 'pool', ['r3'], { data_format: 'channels_last' }),
			layer('Dense', 'head', ['pool'], { units: 5, activation: 'softmax', use_bias: true }),
		],
		weights: new Map([
			['c1/kernel', kernel(3, 3, 3, 6)],
			['c1/bias', vector(6, -1, 1)],
			...norm('n1', 6),
			['d2/depthwise_kernel', kernel(3, 3, 6, 1)],
			...norm('n2', 6),
			['c3/kernel', kernel(3, 3, 6, 6)],
			...norm('n3', 6),
			['head/kernel', kernel(6, 5)],
			['head/bias', vector(5, -1, 1)],
		]),
	};
}
