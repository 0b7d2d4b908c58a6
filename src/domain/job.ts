/** How far a long piece of work has come. Sentences and percentages are made in `ui/`. */
export interface Progress {
	/** What is being done now; `ui/` has a sentence for each. */
	step: ProgressStep;
	/** Items finished, of `total`. */
	done: number;
	/** `null` while it is not known how many there will be. */
	total: number | null;
}

export type ProgressStep =
	| 'read-files'
	| 'load-model'
	| 'check-backend'
	| 'embed-photos'
	| 'embed-titles'
	| 'embed-categories'
	| 'suggest'
	| 'export'
	| 'delete';

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
