import type { JobContext } from '../domain/job';
import type { BackboneEntry } from '../domain/models';
import type { BackendChoice } from '../storage/settings';
import type { DecodedPhotos } from '../workers/files.contract';
import type { BackboneReady } from '../workers/vision.contract';

/** Ready workers for one photo network, all on the same backend. */
export interface PhotoEngine {
	entry: BackboneEntry;
	ready: BackboneReady;
	choice: BackendChoice;
	slots: {
		/** Embeds and stores a batch; a worker that died is replaced, and the batch decoded and embedded again. */
		embed(
			batch: DecodedPhotos,
			job: JobContext,
			again: () => Promise<DecodedPhotos>,
		): Promise<void>;
	}[];
	close(): void;
}
