import type { TextBackend, TextEncoderReady } from '../domain/backends';
import type { TextEncoderEntry } from '../domain/models';
import type { Method } from './rpc';

export type TextContract = {
	/**
	 * One encoder for life: after a failed load the worker must be ended, never asked again.
	 * `base` is the app's absolute URL (`document.baseURI`), below which `models/` lies.
	 * Rejects `backend-unavailable`, `model-missing`, `model-damaged`, `out-of-memory`.
	 */
	load: Method<{ encoder: TextEncoderEntry; backend: TextBackend; base: string }, TextEncoderReady>;
	/** Embeds texts and stores the rows under the given ids, in chunks: what is reported as done is safe. */
	embedAndStore: Method<{ items: { id: string; text: string }[] }, { texts: number }>;
	/** Embeds texts and hands the rows back, `[n, dimensions]`, L2-normalised. */
	embed: Method<{ texts: string[] }, { vectors: Float32Array }>;
};
