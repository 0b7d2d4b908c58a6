import type { EmbeddingStamp } from '../domain/embedding';
import type { BackboneEntry, TextEncoderEntry } from '../domain/models';
import { textHash } from './textHash';

/** Stamps of what a photo network stores: its embedding, and its beliefs where it keeps a head. */
export function backboneStamps(entry: BackboneEntry): {
	embedding: EmbeddingStamp;
	beliefs: EmbeddingStamp | null;
} {
	const embedding: EmbeddingStamp = {
		output: entry.id,
		weights: weightsId(entry),
		preprocessing: entry.preprocessing.version,
		dtype: 'float32',
		// The self-test holds every backend to the same answer.
		numerics: 'any',
	};
	return {
		embedding,
		beliefs: entry.beliefs ? { ...embedding, output: `${entry.id}.beliefs` } : null,
	};
}

/** 8-bit text networks round differently on WASM and WebGPU, so the runtime is part of their stamp. */
export function titleStamp(entry: TextEncoderEntry): EmbeddingStamp {
	return {
		output: entry.id,
		weights: weightsId(entry),
		preprocessing: 1,
		dtype: 'float32',
		numerics: 'wasm',
	};
}

/** Of rows that are counted from a title by the head's own vocabulary: the same arithmetic everywhere. */
export const tfidfStamp: EmbeddingStamp = {
	output: 'tfidf',
	weights: 'fitted-with-the-head',
	preprocessing: 1,
	dtype: 'float32',
	numerics: 'any',
};

/** Of rows that are summed up from word vectors, which a head brings along, too. */
export const wordsStamp: EmbeddingStamp = { ...tfidfStamp, output: 'words' };

/** Whether rows of this stamp are counted terms, as wide as the vocabulary. */
export function isCounted({ output }: EmbeddingStamp): boolean {
	return output === tfidfStamp.output;
}

/** Whether rows of this stamp are made of the title itself instead of stored. */
export function isMadeOfTitle({ output }: EmbeddingStamp): boolean {
	return output === tfidfStamp.output || output === wordsStamp.output;
}

/** Changes whenever a file of the model does. */
function weightsId(entry: BackboneEntry | TextEncoderEntry): string {
	return textHash(entry.files.map(({ sha256 }) => sha256).join());
}
