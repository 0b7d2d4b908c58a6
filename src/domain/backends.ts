import type { EmbeddingStamp } from './embedding';

/** What photos can be embedded on. `wasm-threads` is one worker with threads, `wasm` one without. */
export type VisionBackend = 'webgpu' | 'wasm-threads' | 'wasm' | 'cpu';

/**
 * What titles can be embedded on. WASM alone, on purpose: the 8-bit network rounds differently on WebGPU
 * (one pair: 0.3520 against 0.3598), so its titles could not be compared with the prepared category
 * embeddings, and the runtime that has WebGPU is a single file of 27 MB instead of 14.
 */
export type TextBackend = 'wasm';

export interface BackboneReady {
	backend: VisionBackend;
	/** Cosine between this backend's embedding of the reference picture and the stored one; ≥ 0.999 or `load` rejects. */
	referenceCosine: number;
	/** Median over a few batches after warm-up. For a pool: of all its workers together. */
	millisecondsPerPhoto: number;
	/** WASM threads in use; 1 elsewhere. */
	threads: number;
	/** Adapter description on WebGPU ("nvidia hopper"), empty elsewhere. */
	device: string;
	/** Stamps of what `embed` stores: the embedding, and the beliefs where the network has a head. */
	stamps: EmbeddingStamp[];
}

export interface TextEncoderReady {
	backend: TextBackend;
	/** Median of a few short titles after warm-up. */
	millisecondsPerTitle: number;
	threads: number;
	stamp: EmbeddingStamp;
}
