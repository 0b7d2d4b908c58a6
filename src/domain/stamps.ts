import type { EmbeddingStamp } from './embedding';
import type { BackboneEntry, ModelFile, TextEncoderEntry } from './models';

/*
 * The stamps a model's embeddings will carry, known from models.json alone: the page can tell what is
 * embedded already without loading a network.
 */

/** The embedding's stamp, and the logits' where the network has a head. */
export async function backboneStamps(entry: BackboneEntry): Promise<EmbeddingStamp[]> {
	const stamp: EmbeddingStamp = {
		output: entry.id,
		weights: await weightsChecksum(entry.files),
		preprocessing: entry.preprocessing.version,
		dtype: 'float32',
		numerics: 'any',
	};
	return entry.logits ? [stamp, { ...stamp, output: `${entry.id}.logits` }] : [stamp];
}

/** Texts are embedded in 8 bits, which rounds differently in each runtime: hence `wasm`, not `any`. */
export async function textStamp(entry: TextEncoderEntry): Promise<EmbeddingStamp> {
	return {
		output: entry.id,
		weights: await weightsChecksum(entry.files),
		preprocessing: 1,
		dtype: 'float32',
		numerics: 'wasm',
	};
}

/** First 16 hex digits of the SHA-256 over the files' checksums, in the order of their paths. */
async function weightsChecksum(files: ModelFile[]): Promise<string> {
	const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
	const text = sorted.map((file) => file.sha256).join('\n');
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest).subarray(0, 8), (byte) =>
		byte.toString(16).padStart(2, '0'),
	).join('');
}
