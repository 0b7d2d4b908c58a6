import type { EmbeddingStamp } from '../domain/embedding';
import type { TextEncoderEntry } from '../domain/models';
import type { Method } from './rpc';

export type TextBackend = 'webgpu' | 'wasm';

export interface TextEncoderReady {
	backend: TextBackend;
	millisecondsPerTitle: number;
	threads: number;
	stamp: EmbeddingStamp;
}

export type TextContract = {
	/** Rejects `backend-unavailable`, `model-missing`, `model-damaged`. One encoder on one backend for life. */
	load: Method<{ encoder: TextEncoderEntry; backend: TextBackend; base: string }, TextEncoderReady>;
	/** Embeds texts and stores the rows under the given ids. */
	embedAndStore: Method<{ items: { id: string; text: string }[] }, { texts: number }>;
	/** Embeds texts and hands the rows back, `[n, dimensions]`, L2-normalised. */
	embed: Method<{ texts: string[] }, { vectors: Float32Array }>;
};
