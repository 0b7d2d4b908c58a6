import { inputsOf, type PlainLayer, type PlainNetwork } from '../formats/plainNetwork';
import { bypass, configure, layerNamed, readersOf, weightNamed } from './surgery';

const kernelNames: Record<string, string> = {
	Conv2D: 'kernel',
	DepthwiseConv2D: 'depthwise_kernel',
};

/** A convolution and the batch norm right after it, which is its only reader. */
export interface ConvolutionAndNorm {
	convolution: PlainLayer;
	/** Full name of the kernel: `conv1/kernel`. */
	kernel: string;
	norm: PlainLayer;
}

/** Every convolution that a batch norm follows directly. */
export function convolutionsWithNorm(network: PlainNetwork): ConvolutionAndNorm[] {
	return network.layers
		.filter((layer) => layer.class_name === 'BatchNormalization')
		.flatMap((norm) => {
			const convolution = layerNamed(network, inputsOf(norm)[0] ?? '');
			const kernelName = kernelNames[convolution.class_name];
			const isLinear = convolution.config.activation === 'linear';
			if (!kernelName || !isLinear || !hasOneReader(network, convolution.name)) return [];
			return [{ convolution, kernel: `${convolution.name}/${kernelName}`, norm }];
		});
}

function hasOneReader(network: PlainNetwork, name: string): boolean {
	return readersOf(network, name).length === 1 && !network.outputs.includes(name);
}

/**
 * Merges every batch norm into the convolution before it: `gamma * (k∗x + b − mean) / √(variance + ε) +
 * beta` is itself a convolution. Fewer passes over the activations, same answers. Computed in float64
 * and rounded once.
 * @param which says of a batch norm, by its name, whether it is merged
 */
export function foldBatchNorm(
	network: PlainNetwork,
	which: (norm: string) => boolean = () => true,
): PlainNetwork {
	return convolutionsWithNorm(network)
		.filter(({ norm }) => which(norm.name))
		.reduce(foldOne, network);
}

function foldOne(
	network: PlainNetwork,
	{ convolution, kernel, norm }: ConvolutionAndNorm,
): PlainNetwork {
	const { factor, shift } = affine(network, norm);
	const channels = factor.length;
	const { shape, data } = weightNamed(network, kernel);
	const bias = network.weights.get(`${convolution.name}/bias`)?.data;
	const folded = configure(bypass(network, norm.name), convolution.name, { use_bias: true });
	folded.weights.set(kernel, { shape, data: scaledChannels(data, factor) });
	folded.weights.set(`${convolution.name}/bias`, {
		shape: [channels],
		data: Float32Array.from(shift, (value, c) => value + (bias?.[c] ?? 0) * (factor[c] as number)),
	});
	return folded;
}

/**
 * The last index runs over the output channels, in kernels `[h, w, in, out]` and in depthwise ones,
 * `[h, w, channels, 1]`, alike.
 */
function scaledChannels(kernel: Float32Array, factor: Float64Array): Float32Array {
	const scaled = new Float32Array(kernel.length);
	for (let start = 0; start < kernel.length; start += factor.length)
		for (let c = 0; c < factor.length; c++)
			scaled[start + c] = (kernel[start + c] as number) * (factor[c] as number);
	return scaled;
}

/** What a batch norm does to channel c outside training: `x * factor[c] + shift[c]`. */
function affine(
	network: PlainNetwork,
	norm: PlainLayer,
): { factor: Float64Array; shift: Float64Array } {
	const epsilon = Number(norm.config.epsilon);
	const mean = weightNamed(network, `${norm.name}/moving_mean`).data;
	const gamma = network.weights.get(`${norm.name}/gamma`)?.data;
	const beta = network.weights.get(`${norm.name}/beta`)?.data;
	const factor = Float64Array.from(
		weightNamed(network, `${norm.name}/moving_variance`).data,
		(variance, c) => (gamma?.[c] ?? 1) / Math.sqrt(variance + epsilon),
	);
	const shift = factor.map((value, c) => (beta?.[c] ?? 0) - (mean[c] as number) * value);
	return { factor, shift };
}

/** Lets a convolution apply the ReLU that alone reads from it: one pass less. */
export function fuseRelu(network: PlainNetwork): PlainNetwork {
	let fused = network;
	for (const relu of network.layers.filter(isPlainRelu)) {
		const convolution = layerNamed(fused, inputsOf(layerNamed(fused, relu.name))[0] ?? '');
		const isLinear = convolution.config.activation === 'linear';
		if (convolution.class_name !== 'Conv2D' || !isLinear) continue;
		if (!hasOneReader(fused, convolution.name)) continue;
		fused = configure(bypass(fused, relu.name), convolution.name, { activation: 'relu' });
	}
	return fused;
}

/** Only plain ReLU has a fused kernel in TF.js; MobileNet's, clipped at 6, stays a layer of its own. */
function isPlainRelu({ class_name, config }: PlainLayer): boolean {
	return class_name === 'Activation' && config.activation === 'relu';
}
