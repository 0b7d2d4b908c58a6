import {
	AutoModel,
	AutoTokenizer,
	mean_pooling,
	type PreTrainedModel,
	type PreTrainedTokenizer,
} from '@xenova/transformers';
import { AppError } from '../domain/errors';
import type { TextEncoderEntry } from '../domain/models';
import type { ModelFiles } from './modelFiles';
import { setUpTransformers } from './onnxRuntime';
import { rethrowOutOfMemory } from './outOfMemory';

/** A BERT that turns titles (and category names) into vectors. */
export class TitleEncoder {
	readonly entry: TextEncoderEntry;
	readonly #tokenizer: PreTrainedTokenizer;
	readonly #model: PreTrainedModel;

	private constructor(
		entry: TextEncoderEntry,
		tokenizer: PreTrainedTokenizer,
		model: PreTrainedModel,
	) {
		this.entry = entry;
		this.#tokenizer = tokenizer;
		this.#model = model;
	}

	/**
	 * Once per worker: after a failed session the runtime answers every later one with the same failure.
	 * @param onFile called after each file, with how many of how many
	 * @throws AppError `model-missing`, `model-damaged`, `backend-unavailable`, `out-of-memory`
	 */
	static async load(
		entry: TextEncoderEntry,
		files: ModelFiles,
		onFile: (done: number, total: number) => void,
	): Promise<TitleEncoder> {
		// All beforehand: what fails inside the library comes out as another error.
		const contents = new Map<string, Uint8Array<ArrayBuffer>>();
		for (const { path } of entry.files) {
			contents.set(path, await files.bytes(path));
			onFile(contents.size, entry.files.length);
		}
		setUpTransformers(contents);
		try {
			const tokenizer = await AutoTokenizer.from_pretrained(entry.folder);
			// The type is pinned: left alone it differs between backends, and embeddings must not be mixed.
			const options = { dtype: entry.dtype, device: 'wasm' } as const;
			const loading = AutoModel.from_pretrained(entry.folder, options);
			const model = await loading.catch(rethrowOutOfMemory);
			return new TitleEncoder(entry, tokenizer, model);
		} catch (error) {
			if (error instanceof AppError) throw error;
			const reason = error instanceof Error ? error.message : String(error);
			throw new AppError('backend-unavailable', { backend: 'wasm', reason }, { cause: error });
		} finally {
			contents.clear();
		}
	}

	/**
	 * One text a run, on purpose: an 8-bit network takes its scales from everything it is given at once, so
	 * in a batch a text's vector depends on its neighbours (cosine to itself alone: 0.992). Alone it is the
	 * same every time, and takes 5 ms instead of 4.
	 * @param text cut after the entry's number of tokens
	 * @returns `[dimensions]`, mean over the tokens, L2-normalised
	 */
	async embed(text: string): Promise<Float32Array> {
		const tokens = this.#tokenizer(text, {
			truncation: true,
			max_length: this.entry.maximumTokens,
		});
		const { last_hidden_state } = await this.#model(tokens).catch(rethrowOutOfMemory);
		const pooled = mean_pooling(last_hidden_state, tokens.attention_mask).normalize(2, -1);
		return pooled.data as Float32Array;
	}
}
