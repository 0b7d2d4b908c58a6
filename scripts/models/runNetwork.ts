import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Preprocessing } from '../../src/domain/models';
import { artifactsOf, type PlainNetwork } from '../../src/formats/plainNetwork';
import { networkInput } from '../../src/learning/preprocessing';

/** The fastest backend that plain Node has. */
export async function startTensorflow(): Promise<void> {
	if (tf.getBackend() === 'wasm') return;
	const resolve = createRequire(import.meta.url).resolve;
	// In Node the backend is told a folder, and without the slash it would glue the names to it.
	setWasmPaths(`${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`);
	await tf.setBackend('wasm');
}

/** Loads a network from memory. */
export function loadPlain(network: PlainNetwork): Promise<tf.LayersModel> {
	return tf.loadLayersModel(tf.io.fromMemory(artifactsOf(network)));
}

/** Loads a network as any other tool would: nothing but TF.js and the files. */
export async function loadFiles(modelJson: string): Promise<tf.LayersModel> {
	const model = JSON.parse(await readFile(modelJson, 'utf8')) as tf.io.ModelJSON;
	const shards = model.weightsManifest.flatMap((group) => group.paths);
	const bytes = await Promise.all(
		shards.map(async (path) => new Uint8Array(await readFile(join(dirname(modelJson), path)))),
	);
	return tf.loadLayersModel({
		load: async () => ({
			modelTopology: model.modelTopology,
			weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
			weightData: bytes.map((shard) => shard.buffer),
		}),
	});
}

/**
 * Runs one picture.
 * @param pixels RGB, 0–255, `[size, size, 3]`
 * @returns one vector for every output
 */
export async function run(
	network: tf.LayersModel,
	pixels: Uint8Array,
	preprocessing: Preprocessing,
): Promise<Float32Array[]> {
	const { size } = preprocessing;
	const input = tf.tensor4d(networkInput(pixels, preprocessing), [1, size, size, 3]);
	const predicted = network.predict(input);
	const outputs = Array.isArray(predicted) ? predicted : [predicted];
	try {
		return await Promise.all(outputs.map((output) => output.data<'float32'>()));
	} finally {
		input.dispose();
		for (const output of outputs) output.dispose();
	}
}
