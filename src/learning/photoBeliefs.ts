import {
	mul,
	softmax,
	sum,
	type Tensor2D,
	type Tensor4D,
	tensor4d,
	tidy,
} from '@tensorflow/tfjs-core';
import type { BackboneEntry } from '../domain/models';

/**
 * What a network believes a photo shows, asked at every place of its feature map. One softmax over the
 * pooled logits would let the largest surface win: a pair of jeans under the shirt that is for sale.
 * @param logits `[n, h, w, classes]`
 * @returns `[n, classes]`, rows sum to 1; the caller disposes it
 */
export function photoBeliefs(
	logits: Tensor4D,
	{ temperature, sigma }: Pick<NonNullable<BackboneEntry['beliefs']>, 'temperature' | 'sigma'>,
): Tensor2D {
	const [, height, width] = logits.shape;
	return tidy(() => {
		const weights = tensor4d(gaussianWeights(height, width, sigma), [1, height, width, 1]);
		const places = softmax(mul(logits, 1 / temperature));
		return sum(mul(places, weights), [1, 2]);
	});
}

/** Weights of the places of a map, around its middle; they sum to 1. @param sigma in cells */
function gaussianWeights(height: number, width: number, sigma: number): Float32Array {
	const weights = Float32Array.from({ length: height * width }, (_, i) => {
		const y = Math.floor(i / width) - (height - 1) / 2;
		const x = (i % width) - (width - 1) / 2;
		return Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
	});
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => weight / total);
}
