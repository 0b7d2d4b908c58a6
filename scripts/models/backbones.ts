import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackboneEntry, Preprocessing } from '../../src/domain/models';
import type { PlainNetwork } from '../../src/formats/plainNetwork';
import { append, configure, cut, rewire } from '../../src/learning/surgery';
import { readNetworkFiles, writeNetworkFiles } from './networkFiles';
import { store, stretchChannels } from './quantise';
import type { Source } from './sources';
import { sources } from './sources';

/** A network of which the part that makes embeddings is kept. */
export interface BackboneRecipe {
	id: string;
	name: string;
	source: Source;
	/** The model.json inside the package. */
	original: string;
	/** Names every class of the network's head, where it has one: `{ "0": "tench", … }`. */
	labels: string | null;
	/** The part of the network that is kept; its outputs are the embedding and, with a head, the logits at each place. */
	shape(network: PlainNetwork): PlainNetwork;
	/** Kernels that bear 8 bits; the others are stored as `otherKernels` says. */
	in8Bits(weight: string): boolean;
	otherKernels: 'float16' | 'float32';
	/** The same in words. */
	weights: string;
	embedding: BackboneEntry['embedding'];
	stages: BackboneEntry['stages'];
	preprocessing: Preprocessing;
}

const contained = { version: 1, size: 224, fit: 'contain', background: [255, 255, 255] } as const;

export const resnet50: BackboneRecipe = {
	id: 'resnet50',
	name: 'ResNet-50',
	source: sources.resnet,
	original: 'ResNet50/model.json',
	labels: 'assets/labels.json',
	shape(network) {
		// The head reads every place of the feature map, not their average: what one corner shows must not
		// be drowned out. Its pooled logits are the mean over the places, since the head is linear.
		const local = rewire(network, 'fc1000', ['activation_48']);
		const kept = cut(local, ['avg_pool', 'fc1000']);
		return { ...configure(kept, 'fc1000', { activation: 'linear' }), name: 'resnet50' };
	},
	in8Bits: (weight) => weight.endsWith('/kernel'),
	otherKernels: 'float32',
	weights: 'convolution and dense kernels uint8, one scale per channel of a convolution',
	embedding: { layers: ['activation_48'], pooling: 'average', dimensions: 2048 },
	stages: [
		{ layer: 'activation_45', shape: [7, 7, 2048] },
		{ layer: 'activation_42', shape: [7, 7, 2048] },
		{ layer: 'activation_39', shape: [14, 14, 1024] },
	],
	preprocessing: {
		...contained,
		background: [...contained.background],
		channels: 'bgr',
		scale: 1,
		offset: [-103.939, -116.779, -123.68],
	},
};

export const mobilenetv2: BackboneRecipe = {
	id: 'mobilenetv2',
	name: 'MobileNetV2',
	source: sources.mobilenet,
	original: 'model/model.json',
	labels: null,
	shape(network) {
		// Above block_14 the package's layers were retrained on pictures of skin.
		const levels = ['block_13_expand_relu', 'block_14_add'];
		let shaped = { ...network, name: 'mobilenetv2' };
		for (const level of levels) {
			shaped = append(shaped, 'GlobalAveragePooling2D', `${level}_pool`, [level], {
				data_format: 'channels_last',
			});
		}
		const pools = levels.map((level) => `${level}_pool`);
		return cut(append(shaped, 'Concatenate', 'embedding', pools, { axis: -1 }), ['embedding']);
	},
	// Depthwise kernels are tiny, and the layers that write to the narrow residual stream are sensitive:
	// all in 8 bits gives a worst cosine of 0.965, this 0.9997 for half a megabyte more.
	in8Bits: (weight) => weight.endsWith('_expand/kernel'),
	otherKernels: 'float16',
	weights: 'expanding convolution kernels uint8 with one scale per channel, other kernels float16',
	embedding: {
		layers: ['block_13_expand_relu', 'block_14_add'],
		pooling: 'average',
		dimensions: 736,
	},
	stages: [
		{ layer: 'block_12_add', shape: [14, 14, 96] },
		{ layer: 'block_11_add', shape: [14, 14, 96] },
		{ layer: 'block_9_add', shape: [14, 14, 64] },
	],
	preprocessing: {
		...contained,
		background: [...contained.background],
		channels: 'rgb',
		scale: 1 / 127.5,
		offset: [-1, -1, -1],
	},
};

/** The network as it came, cut but otherwise untouched: what shipped weights are compared with. */
export async function originalNetwork(
	recipe: BackboneRecipe,
	unpacked: string,
): Promise<PlainNetwork> {
	return recipe.shape(await readNetworkFiles(join(unpacked, recipe.original)));
}

/** Writes the network with quantised weights, and the labels of its head. */
export async function makeBackbone(
	recipe: BackboneRecipe,
	unpacked: string,
	folder: string,
): Promise<void> {
	const network = stretchChannels(await originalNetwork(recipe, unpacked), recipe.in8Bits);
	const weights = store(network, (name) => {
		if (!name.endsWith('kernel')) return 'float32';
		return recipe.in8Bits(name) ? 'uint8' : recipe.otherKernels;
	});
	await writeNetworkFiles(folder, network, weights);
	if (recipe.labels === null) return;
	const byIndex = JSON.parse(await readFile(join(unpacked, recipe.labels), 'utf8')) as object;
	// Integer keys come in ascending order in every JavaScript.
	const labels = Object.values(byIndex).map((label) => String(label).replaceAll('_', ' '));
	await writeFile(join(folder, 'labels.json'), JSON.stringify(labels));
}
