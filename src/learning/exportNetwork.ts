import type { HeadModel } from '../domain/head';
import type { PhotoEntry } from '../domain/tuning';
import { addHead, headNetwork } from '../formats/headNetwork';
import { NetworkBuilder, type Source } from '../formats/networkBuilder';
import type { PlainNetwork } from '../formats/plainNetwork';
import { cut } from './surgery';

/** What a photo's pixels are given as: 0–255, or as Teachable Machine's library does, `value / 127 − 1`. */
export type PixelRange = 'bytes' | 'teachable-machine';

/** `value = given * scale + offset`, value 0–255. */
const givenAs: Record<PixelRange, { scale: number; offset: number }> = {
	bytes: { scale: 1, offset: 0 },
	'teachable-machine': { scale: 127, offset: 127 },
};

/** A photo network as it is loaded from its files. */
export interface LoadedBackbone {
	entry: PhotoEntry;
	network: PlainNetwork;
}

/**
 * A head with what makes its embeddings of photos: inputs `photo` `[n, size, size, 3]`, RGB, and `title` where it
 * looks at titles, `[n, dimensions]`; output the probabilities. Each network gets its pixels from a convolution of
 * one pixel, which puts channels in order and scales them.
 * @param backbones of the head's photo blocks; `null` for the head alone
 */
export function exportNetwork(
	model: HeadModel,
	backbones: readonly LoadedBackbone[] | null,
	range: PixelRange,
): PlainNetwork {
	if (!backbones) return headNetwork(model);
	const builder = new NetworkBuilder();
	const size = backbones[0]?.entry.preprocessing.size ?? 0;
	const photos = photoAndViews(builder, model, size);
	const blocks = model.inputs.map(({ source, stamp, dimensions }): Source[] => {
		if (source === 'title') {
			const title = builder.input('title', [dimensions]);
			return photos.map(() => title);
		}
		const backbone = backbones.find(({ entry }) => entry.id === stamp.output);
		if (!backbone) throw new Error(`no photo network ${stamp.output}`);
		return addBackbone(builder, backbone, photos, range);
	});
	const [first] = blocks;
	const embeddings =
		blocks.length > 1
			? builder.add(
					'Concatenate',
					'head_embedding',
					photos.map((_, view) => blocks.map((block) => block[view] as Source)),
					{ axis: -1 },
				)
			: (first as Source[]);
	return builder.network('photo_and_head', [addHead(builder, model, embeddings)]);
}

/** The photo, and its mirror image where the head averages it: its columns, multiplied by a reversed identity. */
function photoAndViews(builder: NetworkBuilder, { views }: HeadModel, size: number): Source[] {
	const photo = builder.input('photo', [size, size, 3]);
	if (views.length === 0) return [photo];
	if (views.some((view) => view !== 'mirror')) throw new Error(`no layers for ${views.join()}`);
	const turn = { dims: [1, 3, 2] };
	const columns = builder.add('Permute', 'photo_columns_last', [[photo]], turn);
	const reversed = new Float32Array(size * size);
	for (let i = 0; i < size; i++) reversed[i * size + (size - 1 - i)] = 1;
	const mirrored = builder.add(
		'Dense',
		'photo_mirror',
		[columns],
		{ units: size, activation: 'linear', use_bias: false },
		{ kernel: { shape: [size, size], data: reversed } },
	);
	return [photo, ...builder.add('Permute', 'photo_mirrored', [mirrored], turn)];
}

/** Calls every layer of the network once for each of the photo and its views. @returns their embeddings */
function addBackbone(
	builder: NetworkBuilder,
	{ entry, network }: LoadedBackbone,
	photos: Source[],
	range: PixelRange,
): Source[] {
	// The embedding comes first; what a network believes of ImageNet's classes is not needed.
	const [embedding = ''] = network.outputs;
	const { layers, inputs, weights } = cut(network, [embedding]);
	const renamed = (name: string): string => `${entry.id}_${name}`;
	const pixels = addPixels(builder, entry, photos, range);
	let last = pixels;
	for (const { name, class_name, config, inbound_nodes } of layers) {
		if (inputs.includes(name)) continue;
		const own = [...weights]
			.filter(([full]) => full.startsWith(`${name}/`))
			.map(([full, weight]) => [full.slice(name.length + 1), weight] as const);
		const { name: _, ...settings } = config;
		const calls = photos.map((_, call) =>
			inbound_nodes.flatMap((sources) =>
				sources.map(([from]) =>
					inputs.includes(from) ? (pixels[call] as Source) : { layer: renamed(from), call },
				),
			),
		);
		last = builder.add(class_name, renamed(name), calls, settings, Object.fromEntries(own));
	}
	return last.map(({ call }) => ({ layer: renamed(embedding), call }));
}

/** Pixels as the network wants them. */
function addPixels(
	builder: NetworkBuilder,
	{ id, preprocessing: { channels, scale, offset } }: PhotoEntry,
	photos: Source[],
	range: PixelRange,
): Source[] {
	const given = givenAs[range];
	const kernel = new Float32Array(9);
	for (let to = 0; to < 3; to++) {
		const from = channels === 'rgb' ? to : 2 - to;
		kernel[from * 3 + to] = given.scale * scale;
	}
	return builder.add(
		'Conv2D',
		`${id}_pixels`,
		photos.map((photo) => [photo]),
		{
			filters: 3,
			kernel_size: [1, 1],
			strides: [1, 1],
			padding: 'valid',
			data_format: 'channels_last',
			dilation_rate: [1, 1],
			activation: 'linear',
			use_bias: true,
		},
		{
			kernel: { shape: [1, 1, 3, 3], data: kernel },
			bias: {
				shape: [3],
				data: Float32Array.from(offset, (value) => given.offset * scale + value),
			},
		},
	);
}
