import type { VisionBackend } from '../domain/backends';
import type { HeadSpecification } from '../domain/head';
import type { OwnWeights, PhotoEntry } from '../domain/tuning';
import type { Method } from './rpc';

/** Which network is to learn, and how much of it. */
export interface NetworkToTune {
	entry: PhotoEntry;
	/** Its last stages, or `null` for all of it and from nothing. */
	stages: number | null;
	seed: number;
	backend: VisionBackend;
	/** The app's absolute URL. */
	base: string;
}

/** How long a photo takes, in milliseconds. */
export interface TuningPace {
	/** To look at with the frozen part, once. */
	look: number;
	/** To learn from, in each epoch. */
	learn: number;
}

/** Networks that learn. A worker of its own for each, ended afterwards, so that its memory is free again. */
export type TuneContract = {
	/**
	 * Loads the network and cuts it. First of all, and once.
	 * Rejects `backend-unavailable`, `model-missing`, `model-damaged`, `device-lost`, `out-of-memory`.
	 */
	open: Method<NetworkToTune, void>;
	/** Looks at a few made-up photos and does one step with them, to tell how long the rest would take. */
	measure: Method<{ labels: number }, TuningPace>;
	/** Looks at photos, RGB `[n, size, size, 3]`, and keeps what the frozen part says of them, behind those before. */
	see: Method<{ pixels: Uint8Array }, { photos: number }>;
	/**
	 * Learns from all photos seen, `[photos]` each: ids, label indices, and 1 for those that are held out to judge by.
	 * Reports `tune` in photos, with the epochs' figures. Rejects `backend-wrong-answers` when the network does not say
	 * at first what is stored of the photos, `device-lost`, `out-of-memory`.
	 */
	learn: Method<
		{
			photoIds: string[];
			classes: Int32Array;
			held: Uint8Array;
			labels: number;
			specification: HeadSpecification;
		},
		OwnWeights
	>;
};
