import { io, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { VisionBackend } from '../domain/backends';
import { rethrowUnrunnable } from './outOfMemory';
import { startBackend } from './tfBackend';

interface Files {
	files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
	inputs: { name: string; shape: number[]; values: Float32Array }[];
	backend: VisionBackend;
}

/**
 * Loads a TF.js layers model from its files, the way TF.js loads what somebody picks from a disk, and asks it once.
 * @throws AppError `backend-unavailable`, `head-export-unrunnable`, `out-of-memory`
 */
export async function runLayersModel({
	files,
	inputs,
	backend,
}: Files): Promise<{ probabilities: Float32Array }> {
	const runtime = await startBackend(backend);
	const picked = ['model.json', ...files.map(({ name }) => name).filter(isWeights)].map(
		(wanted) => {
			const file = files.find(({ name }) => name === wanted);
			return new File(file ? [file.bytes] : [], wanted);
		},
	);
	const tensors: Tensor[] = [];
	try {
		const model = await loadLayersModel(io.browserFiles(picked));
		try {
			const given = model.inputNames.map((wanted) => {
				const input = inputs.find(({ name }) => name === wanted);
				if (!input) throw new Error(`nothing to give to ${wanted}`);
				const made = tensor(input.values, input.shape);
				tensors.push(made);
				return made;
			});
			const output = model.predict(given) as Tensor;
			tensors.push(output);
			return { probabilities: await runtime.guarded(output.data<'float32'>()) };
		} finally {
			model.dispose();
		}
	} catch (error) {
		return rethrowUnrunnable(error);
	} finally {
		for (const made of tensors) made.dispose();
	}
}

function isWeights(name: string): boolean {
	return name.endsWith('.bin');
}
