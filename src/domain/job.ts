/** How far a long piece of work has come. Sentences and percentages are made in `ui/`. */
export interface Progress {
	/** What is being done now; `ui/` has a sentence for each. */
	step: ProgressStep;
	/** Items finished, of `total`. */
	done: number;
	/** `null` while it is not known how many there will be. */
	total: number | null;
	/** While a head is trained: how the epoch just finished went. */
	epoch?: EpochFigures;
	/** While files are downloaded `done` and `total` are bytes, and these the files. */
	files?: { done: number; total: number };
}

/** Loss is mean cross-entropy in nats (or the head's own loss); accuracy 0–1. */
export interface EpochFigures {
	epoch: number;
	trainLoss: number;
	validationLoss: number;
	validationAccuracy: number;
}

export type ProgressStep =
	| 'read-files'
	| 'load-model'
	| 'check-backend'
	| 'embed-photos'
	| 'embed-titles'
	| 'embed-categories'
	| 'relate-photos'
	| 'suggest'
	| 'compare-photos'
	| 'compare-products'
	| 'read-embeddings'
	| 'count-groups'
	| 'group'
	| 'guess-labels'
	| 'search-settings'
	| 'train'
	| 'tune'
	| 'predict'
	| 'export'
	| 'check-export'
	| 'delete'
	| 'keep-offline';

/** Handed to every long function: a way to be stopped and a way to say how far it is. */
export interface JobContext {
	signal: AbortSignal;
	report(progress: Progress): void;
}

/** A context for work nobody watches and nobody stops. */
export const unattended: JobContext = {
	signal: new AbortController().signal,
	report() {},
};
