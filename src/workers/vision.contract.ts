import type { EmbeddingStamp } from '../domain/embedding';
import type { BackboneEntry } from '../domain/models';
import type { Method } from './rpc';

export type VisionBackend = 'webgpu' | 'wasm-threads' | 'wasm' | 'cpu';

export interface BackboneReady {
	backend: VisionBackend;
	/** Cosine between this backend's embedding of the reference picture and the stored one; ≥ 0.999 or `load` rejects. */
	referenceCosine: number;
	/** Median of a few photos after warm-up. */
	millisecondsPerPhoto: number;
	/** WASM threads in use; 1 elsewhere. */
	threads: number;
	/** Adapter description on WebGPU ("nvidia hopper"), empty elsewhere. */
	device: string;
	/** Stamps of what `embed` stores: the embedding, and the logits where the network has a head. */
	stamps: EmbeddingStamp[];
}

export type VisionContract = {
	/**
	 * Loads one backbone on one backend and proves that it computes what it should. A worker serves one
	 * backbone on one backend for life; another choice is another worker.
	 * Rejects `backend-unavailable`, `backend-wrong-answers`, `model-missing`, `model-damaged`.
	 */
	load: Method<{ backbone: BackboneEntry; backend: VisionBackend; base: string }, BackboneReady>;
	/** Embeds photos and stores the rows (embedding, and logits where there are any) under the photo ids. */
	embed: Method<{ photoIds: string[]; pixels: Uint8Array }, { photos: number }>;
};
