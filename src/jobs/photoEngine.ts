import type { BackboneReady } from '../domain/backends';
import type { JobContext } from '../domain/job';
import type { BackboneEntry } from '../domain/models';
import type { BackendChoice } from '../storage/settings';
import type { DecodedPhotos } from '../workers/files.contract';

/** Ready workers for one photo network, all on the same backend. */
export interface PhotoEngine {
	entry: BackboneEntry;
	ready: BackboneReady;
	choice: BackendChoice;
	/** Batches worth having in flight at once. */
	parallel: number;
	/** Embeds and stores a batch; a network that died is replaced, and the batch decoded and embedded again. */
	embed(batch: DecodedPhotos, job: JobContext, again: () => Promise<DecodedPhotos>): Promise<void>;
	close(): void;
}
