import type { BackboneEntry, ModelFile } from '../../src/domain/models';
import { sha256 } from '../../src/formats/sha256';

/*
 * A backbone of a few hundred bytes, for what does not need real weights: damaged files, cancel, leaks.
 * One 1×1 convolution to four channels and an average over the picture; the logits of each place are the convolution itself.
 */

const size = 8;
const channels = 4;
export const tinyPixels = size * size * 3;

const layer = (className: string, name: string, config: object, inbound: string[]) => ({
	class_name: className,
	name,
	config: { name, trainable: false, ...config },
	inbound_nodes: inbound.length > 0 ? [inbound.map((from) => [from, 0, 0, {}])] : [],
});

const topology = {
	class_name: 'Model',
	config: {
		name: 'tiny',
		layers: [
			layer('InputLayer', 'in', { batch_input_shape: [null, size, size, 3], dtype: 'float32' }, []),
			layer('Conv2D', 'conv', { filters: channels, kernel_size: [1, 1], use_bias: false }, ['in']),
			layer('GlobalAveragePooling2D', 'embedding', {}, ['conv']),
			layer('Activation', 'logits', { activation: 'linear' }, ['conv']),
		],
		input_layers: [['in', 0, 0]],
		output_layers: [
			['embedding', 0, 0],
			['logits', 0, 0],
		],
	},
};

const kernel = Float32Array.from({ length: 3 * channels }, (_, i) => Math.cos(i + 1));
const modelJson = {
	modelTopology: topology,
	weightsManifest: [
		{
			paths: ['shard.bin'],
			weights: [{ name: 'conv/kernel', shape: [1, 1, 3, channels], dtype: 'float32' }],
		},
	],
};

/** The files by their path below `models/`, free to be tampered with, and the entry that describes them intact. */
export async function tinyBackbone(): Promise<{
	entry: BackboneEntry;
	served: Map<string, Uint8Array<ArrayBuffer>>;
}> {
	const served = new Map<string, Uint8Array<ArrayBuffer>>([
		['tiny/model.json', new TextEncoder().encode(JSON.stringify(modelJson))],
		['tiny/shard.bin', new Uint8Array(kernel.buffer)],
		['tiny/reference.png', await picture()],
		['tiny/reference.bin', new Uint8Array(expectedEmbedding().buffer)],
	]);
	const entry: BackboneEntry = {
		kind: 'backbone',
		id: 'tiny',
		name: 'Tiny',
		source: { package: 'none', version: '0', integrity: '' },
		licence: 'MIT',
		committed: false,
		files: await Promise.all([...served].map(([path, bytes]) => described(path, bytes))),
		model: 'tiny/model.json',
		embedding: { layers: ['conv'], pooling: 'average', dimensions: channels },
		stages: [],
		beliefs: { classes: channels, labels: '', temperature: 1.5, sigma: 1.2 },
		preprocessing: {
			version: 1,
			size,
			fit: 'contain',
			background: [255, 255, 255],
			channels: 'rgb',
			scale: 1 / 127.5,
			offset: [-1, -1, -1],
		},
		reference: { picture: 'tiny/reference.png', embedding: 'tiny/reference.bin' },
		quantisation: { weights: 'float32', cosineMean: 1, cosineWorst: 1, photos: 1 },
	};
	return { entry, served };
}

const colour = [200, 30, 90] as const;

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = new OffscreenCanvas(size, size);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.fillStyle = `rgb(${colour.join()})`;
	context.fillRect(0, 0, size, size);
	return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}

/** Of a picture of one colour: the convolution of that colour. */
function expectedEmbedding(): Float32Array<ArrayBuffer> {
	return Float32Array.from({ length: channels }, (_, channel) =>
		colour.reduce(
			(sum, value, i) => sum + (value / 127.5 - 1) * (kernel[i * channels + channel] as number),
			0,
		),
	);
}

async function described(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<ModelFile> {
	return { path, bytes: bytes.length, sha256: await sha256(bytes) };
}
