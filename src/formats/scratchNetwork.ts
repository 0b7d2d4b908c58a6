import { normalPair, seededRandom } from '../maths/seededRandom';
import { NetworkBuilder } from './networkBuilder';
import type { PlainNetwork, PlainWeight } from './plainNetwork';

/*
 * The small network that learns from nothing but a person's own photos: five blocks of a convolution, a batch norm
 * and a ReLU. Strides of 2 stand in for pooling (Springenberg and others, 2015), since WASM is quicker at them.
 */

/** Side of its input, in pixels. */
export const scratchSize = 112;
/** What each block looks for. */
const channels = [16, 32, 64, 128, 256] as const;
/** Of its embedding: what the last block found, averaged over the photo. */
export const scratchDimensions = channels[4];
/** The layer that is averaged. */
export const scratchLayer = 'block_5_relu';

const kernelSide = 3;

/** Before it has learned anything. @param seed of the kernels: normal, variance 2 / inputs (He and others, 2015) */
export function scratchNetwork(seed: number): PlainNetwork {
	const builder = new NetworkBuilder();
	let source = builder.input('photo', [scratchSize, scratchSize, 3]);
	let inputs = 3;
	for (const [index, outputs] of channels.entries()) {
		const name = `block_${index + 1}`;
		const [convolved] = builder.add(
			'Conv2D',
			`${name}_conv`,
			[[source]],
			{
				filters: outputs,
				kernel_size: [kernelSide, kernelSide],
				strides: [2, 2],
				padding: 'same',
				data_format: 'channels_last',
				dilation_rate: [1, 1],
				activation: 'linear',
				use_bias: false,
			},
			{ kernel: kernel(inputs, outputs, seed * 10 + index) },
		);
		const [normed] = builder.add(
			'BatchNormalization',
			`${name}_norm`,
			[convolved ? [convolved] : []],
			{ axis: 3, momentum: 0.9, epsilon: 0.001, center: true, scale: true },
			{
				gamma: filled(outputs, 1),
				beta: filled(outputs, 0),
				moving_mean: filled(outputs, 0),
				moving_variance: filled(outputs, 1),
			},
		);
		[source = source] = builder.add('ReLU', `${name}_relu`, [normed ? [normed] : []]);
		inputs = outputs;
	}
	return builder.network(
		'own_network',
		builder.add('GlobalAveragePooling2D', 'embedding', [[source]], {
			data_format: 'channels_last',
		}),
	);
}

function kernel(inputs: number, outputs: number, seed: number): PlainWeight {
	const random = seededRandom(seed);
	const places = kernelSide * kernelSide * inputs;
	const deviation = Math.sqrt(2 / places);
	return {
		shape: [kernelSide, kernelSide, inputs, outputs],
		data: Float32Array.from({ length: places * outputs }, () => deviation * normalPair(random)[0]),
	};
}

function filled(length: number, value: number): PlainWeight {
	return { shape: [length], data: new Float32Array(length).fill(value) };
}
