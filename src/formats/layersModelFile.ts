import { z } from '../domain/zod';
import {
	joined,
	type PlainNetwork,
	type PlainWeight,
	readNetwork,
	topologyOf,
	type WeightSpec,
} from './plainNetwork';

/* A TF.js layers model as files: model.json and its weights, as `tf.loadLayersModel` takes them. */

/** Files by name. */
export type NamedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Static hosts and caches handle several small files better than a large one. */
const shardBytes = 4 * 1024 * 1024;

/**
 * @param userMetadata what TF.js hands back as `model.getUserDefinedMetadata()`
 * @param oneFile name of the one file with all weights; `null` cuts them into shards
 */
export function encodeLayersModel(
	network: PlainNetwork,
	userMetadata: object,
	oneFile: string | null = null,
): Map<string, Uint8Array<ArrayBuffer>> {
	const weights = [...network.weights].map(([name, weight]) => stored(name, weight));
	const all = joined(weights.map(({ bytes }) => bytes));
	const count = oneFile === null ? Math.max(1, Math.ceil(all.length / shardBytes)) : 1;
	const paths = Array.from(
		{ length: count },
		(_, i) => oneFile ?? `weights-${i + 1}-of-${count}.bin`,
	);
	const model = {
		format: 'layers-model',
		generatedBy: 'Aisle',
		convertedBy: null,
		modelTopology: topologyOf(network),
		weightsManifest: [{ paths, weights: weights.map(({ spec }) => spec) }],
		userDefinedMetadata: userMetadata,
	};
	const files = new Map([['model.json', new TextEncoder().encode(JSON.stringify(model))]]);
	for (const [i, path] of paths.entries())
		files.set(path, oneFile === null ? all.slice(i * shardBytes, (i + 1) * shardBytes) : all);
	return files;
}

function stored(name: string, { shape, data, stored }: PlainWeight) {
	const spec: WeightSpec = { name, shape, dtype: 'float32' };
	if (!stored)
		return { spec, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
	return { spec: { ...spec, quantization: stored.quantisation }, bytes: stored.bytes };
}

const limits = { layers: 5000, weights: 20_000, rank: 6, side: 2 ** 26 };

/** A file beside model.json: no folders, nothing that leads elsewhere. */
const fileName = z.string().regex(/^[\w-][\w .-]{0,100}$/);

const layer = z.object({
	name: z.string().min(1),
	class_name: z.string(),
	config: z.record(z.string(), z.unknown()),
	inbound_nodes: z.array(
		z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative(), z.object()])),
	),
});
const ends = z.array(z.tuple([z.string(), z.int(), z.int()])).min(1);
const layersConfig = z.object({
	name: z.string(),
	layers: z.array(layer).max(limits.layers),
	input_layers: ends,
	output_layers: ends,
});
const weightSpec = z.object({
	name: z.string(),
	shape: z.array(z.int().positive().max(limits.side)).max(limits.rank),
	dtype: z.literal('float32'),
	quantization: z
		.discriminatedUnion('dtype', [
			z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() }),
			z.object({ dtype: z.literal('float16') }),
		])
		.optional(),
});
const modelJson = z.object({
	modelTopology: z.object({ model_config: z.object({ config: layersConfig }) }),
	weightsManifest: z
		.array(z.object({ paths: z.array(fileName), weights: z.array(weightSpec).max(limits.weights) }))
		.min(1),
	userDefinedMetadata: z.unknown().optional(),
});

/**
 * Reads a layers model that may have been written by anyone.
 * @throws Error that says what is wrong with it
 */
export function decodeLayersModel(files: NamedFiles): {
	network: PlainNetwork;
	userMetadata: unknown;
} {
	const json = files.get('model.json');
	if (!json) throw new Error('model.json is missing');
	const model = modelJson.parse(JSON.parse(new TextDecoder().decode(json)));
	const shards = model.weightsManifest
		.flatMap(({ paths }) => paths)
		.map((path) => {
			const bytes = files.get(path);
			if (!bytes) throw new Error(`${path} is missing`);
			return bytes;
		});
	const weightsManifest = model.weightsManifest.map(({ paths, weights }) => ({
		paths,
		// Without the key, not with an undefined one.
		weights: weights.map(({ quantization, ...spec }) =>
			quantization ? { ...spec, quantization } : spec,
		),
	}));
	const network = readNetwork({ modelTopology: model.modelTopology, weightsManifest }, shards);
	return { network, userMetadata: model.userDefinedMetadata };
}
