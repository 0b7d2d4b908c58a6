import type { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { AppError } from '../domain/errors';
import type { BackboneEntry } from '../domain/models';
import type { ModelFiles } from './modelFiles';

/**
 * Loads a backbone's network from checked files. Its outputs are the embedding and, where the entry says
 * so, the logits. The caller owns it and disposes it.
 * @param onFile called after each file, with how many of how many
 * @throws AppError `model-missing`, `model-damaged`
 */
export async function loadNetwork(
	entry: BackboneEntry,
	files: ModelFiles,
	onFile: (done: number, total: number) => void,
): Promise<LayersModel> {
	const model = JSON.parse(
		new TextDecoder().decode(await files.bytes(entry.model)),
	) as io.ModelJSON;
	const folder = entry.model.slice(0, entry.model.lastIndexOf('/') + 1);
	const shards = model.weightsManifest.flatMap((group) => group.paths);
	onFile(1, shards.length + 1);
	const buffers: ArrayBuffer[] = [];
	for (const shard of shards) {
		buffers.push((await files.bytes(folder + shard)).buffer);
		onFile(buffers.length + 1, shards.length + 1);
	}
	const network = await loadLayersModel({
		load: async () => ({
			modelTopology: model.modelTopology,
			weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
			weightData: buffers,
		}),
	});
	const outputs = entry.beliefs ? 2 : 1;
	if (network.outputs.length !== outputs) {
		network.dispose();
		throw new AppError('model-damaged', { file: entry.model, outputs: network.outputs.length });
	}
	return network;
}
