import type { FeatureMap } from '../domain/attention';
import type { BackboneReady, VisionBackend } from '../domain/backends';
import type { PhotoEntry } from '../domain/tuning';
import type { Method } from './rpc';

export type VisionContract = {
	/**
	 * Loads one backbone on one backend and proves that it computes what it should. A worker serves one
	 * backbone on one backend for life; another choice is another worker.
	 * `base` is the app's absolute URL (`document.baseURI`), below which `models/` lies.
	 * Rejects `backend-unavailable`, `backend-wrong-answers`, `model-missing`, `model-damaged`,
	 * `device-lost`, `out-of-memory`.
	 */
	load: Method<{ backbone: PhotoEntry; backend: VisionBackend; base: string }, BackboneReady>;
	/**
	 * Embeds photos and stores the rows (embedding, and logits where there are any) under the photo ids.
	 * `pixels` is RGB, `[n, size, size, 3]`; mark its buffer with `transfer`.
	 * Rejects `device-lost` and `out-of-memory` (end this worker, go on with another backend), `storage-full`.
	 */
	embed: Method<{ photoIds: string[]; pixels: Uint8Array }, { photos: number }>;
	/** Embeds photos and hands the rows back, `[n, dimensions]`; nothing is stored. `pixels` as for `embed`. */
	look: Method<{ pixels: Uint8Array }, { vectors: Float32Array }>;
	/**
	 * What the embedding's layers say of each photo before they are pooled: for each photo the layers in the order
	 * of the embedding's columns. `pixels` as for `embed`; a few photos a call, for each holds half a megabyte.
	 * Rejects `device-lost`, `out-of-memory`.
	 */
	features: Method<{ pixels: Uint8Array }, { photos: FeatureMap[][] }>;
};
