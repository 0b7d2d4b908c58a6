import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNetworkFiles } from '../../scripts/models/networkFiles';
import { modelsRoot } from '../../scripts/models/places';
import { rowDots } from '../../src/maths/zeroShot/dots';

/*
 * The plain way, for comparison: a title's embedding against the candidates', and ConSE (Norouzi et al.,
 * 2014) for photos: the mean of the ten likeliest labels' embeddings, weighted by their probability.
 */

const topLabels = 10;
/** How much ConSE's cosine counts beside the title's; best of 0.25, 0.5 and 1 on the train rows. */
const photoShare = 0.25;

export interface PlainScores {
	/** `[products, candidates]` each. */
	title: Float32Array;
	photo: Float32Array;
	both: Float32Array;
}

/**
 * @param titles `[products, d]`
 * @param labels `[1000, d]`
 * @param candidates `[candidates, d]`
 * @param probabilities `[products, 1000]`
 */
export function plainScores(
	titles: Float32Array,
	labels: Float32Array,
	candidates: Float32Array,
	probabilities: Float32Array,
	dimensions: number,
): PlainScores {
	const count = labels.length / dimensions;
	const rows = probabilities.length / count;
	const meant = new Float32Array(rows * dimensions);
	for (let row = 0; row < rows; row++) {
		const own = probabilities.subarray(row * count, (row + 1) * count);
		const best = [...own.keys()]
			.sort((a, b) => (own[b] as number) - (own[a] as number))
			.slice(0, topLabels);
		const vector = meant.subarray(row * dimensions, (row + 1) * dimensions);
		for (const label of best)
			for (let k = 0; k < dimensions; k++)
				vector[k] =
					(vector[k] as number) +
					(own[label] as number) * (labels[label * dimensions + k] as number);
		const length = Math.hypot(...vector);
		for (let k = 0; k < dimensions; k++) vector[k] = (vector[k] as number) / length;
	}
	const title = rowDots(titles, candidates, dimensions);
	const photo = rowDots(meant, candidates, dimensions);
	return { title, photo, both: title.map((value, i) => value + photoShare * (photo[i] as number)) };
}

/** What the network's own head says of pooled embeddings, as it was trained: softmax of one dense layer. */
export async function headProbabilities(embeddings: Float32Array): Promise<Float32Array> {
	const { weights } = await readNetworkFiles(join(modelsRoot, 'resnet50/model.json'));
	const kernel = weights.get('fc1000/kernel');
	const bias = weights.get('fc1000/bias');
	if (!kernel || !bias) throw new Error('ResNet-50 has no head');
	const [inputs = 0, classes = 0] = kernel.shape;
	const transposed = new Float32Array(kernel.data.length);
	for (let i = 0; i < inputs; i++)
		for (let j = 0; j < classes; j++)
			transposed[j * inputs + i] = kernel.data[i * classes + j] as number;
	const scores = rowDots(embeddings, transposed, inputs);
	for (let start = 0; start < scores.length; start += classes) {
		const row = scores.subarray(start, start + classes);
		for (let j = 0; j < classes; j++) row[j] = (row[j] as number) + (bias.data[j] as number);
		const most = Math.max(...row);
		let sum = 0;
		for (let j = 0; j < classes; j++) {
			row[j] = Math.exp((row[j] as number) - most);
			sum += row[j] as number;
		}
		for (let j = 0; j < classes; j++) row[j] = (row[j] as number) / sum;
	}
	return scores;
}

export async function imageNetLabels(): Promise<string[]> {
	return JSON.parse(await readFile(join(modelsRoot, 'resnet50/labels.json'), 'utf8')) as string[];
}

/** The best candidates of each row, best first. @param scores `[rows, candidates]` */
export function bestOf(scores: Float32Array, candidates: number, count: number): number[][] {
	return Array.from({ length: scores.length / candidates }, (_, row) => {
		const own = scores.subarray(row * candidates, (row + 1) * candidates);
		return [...own.keys()]
			.sort((a, b) => (own[b] as number) - (own[a] as number) || a - b)
			.slice(0, count);
	});
}
