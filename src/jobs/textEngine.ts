import type { TextEncoderReady } from '../domain/backends';
import type { JobContext } from '../domain/job';
import type { TextEncoderEntry } from '../domain/models';
import type { BackendChoice } from '../storage/settings';

/** A ready worker for the text network. */
export interface TextEngine {
	entry: TextEncoderEntry;
	ready: TextEncoderReady;
	choice: BackendChoice;
	/** Embeds and stores; a worker that died is replaced once and the batch done again. */
	embedAndStore(items: { id: string; text: string }[], job: JobContext): Promise<void>;
	close(): void;
}
