import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { type PlainNetwork, readNetwork, topologyOf } from '../../src/formats/plainNetwork';
import type { StoredWeight } from './quantise';

/** Static hosts and caches handle several small files better than a large one. */
const maximumShardBytes = 4 * 1024 * 1024;

/** Reads a TF.js layers model from disk. */
export async function readNetworkFiles(modelJson: string): Promise<PlainNetwork> {
	const model = JSON.parse(await readFile(modelJson, 'utf8')) as io.ModelJSON;
	const shards = model.weightsManifest
		.flatMap((group) => group.paths)
		.map((path) => readFile(join(dirname(modelJson), path)));
	return readNetwork(model, await Promise.all(shards));
}

/** Writes `model.json` and its shards into `folder`. */
export async function writeNetworkFiles(
	folder: string,
	network: PlainNetwork,
	weights: StoredWeight[],
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const all = Buffer.concat(weights.map(({ bytes }) => bytes));
	const count = Math.ceil(all.length / maximumShardBytes);
	const paths = Array.from({ length: count }, (_, i) => `weights-${i + 1}-of-${count}.bin`);
	for (const [i, path] of paths.entries()) {
		const start = i * maximumShardBytes;
		await writeFile(join(folder, path), all.subarray(start, start + maximumShardBytes));
	}
	const json = {
		format: 'layers-model',
		generatedBy: 'Aisle',
		convertedBy: null,
		modelTopology: topologyOf(network),
		weightsManifest: [{ paths, weights: weights.map(({ bytes: _, ...spec }) => spec) }],
	};
	await writeFile(join(folder, 'model.json'), JSON.stringify(json));
}
