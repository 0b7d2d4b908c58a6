import type { VisionBackend } from '../domain/backends';
import type { EmbeddingStamp } from '../domain/embedding';
import type { HeadModel, HeadSpecification, InputBlock, TrainedHead } from '../domain/head';
import type { Evaluation } from '../domain/report';
import type { Method } from './rpc';

/** A product as a head needs it: where its embeddings lie. */
export interface ProductToClassify {
	id: string;
	/** Row of the title's embedding; `null` without a title. */
	titleId: string | null;
	photoIds: string[];
}

export interface LabelledProducts {
	products: ProductToClassify[];
	labels: string[];
	/** `[n]` indices into `labels`. */
	classes: Int32Array;
}

/** What was trained, ready to be named and stored. */
export type Trained = Pick<
	TrainedHead,
	'model' | 'chosen' | 'curve' | 'heldOut' | 'backend' | 'seconds'
> & {
	/** Products left out because none of their embeddings is stored. */
	without: string[];
};

export interface Evaluated {
	evaluation: Evaluation;
	without: string[];
}

/** `ranks` labels for each product, best first, packed. */
export interface PackedPredictions {
	ranks: number;
	/** `[n, ranks]` indices into the head's labels; −1 pads, and everywhere for a product without embeddings. */
	labels: Int32Array;
	/** `[n, ranks]`, 0–1, calibrated. */
	probabilities: Float32Array;
}

/** Methods of the learn worker that have to do with heads. Rows are read from storage there, by stamp. */
export type HeadsContract = {
	/**
	 * Trains on all given products. `folds` `[n]` says which of them are held out together for choosing and
	 * calibrating, −1 for none. Reports `search-settings` and `train` with the epochs' figures.
	 * Rejects `head-one-label`, `head-no-products`, `backend-unavailable`, `device-lost`, `out-of-memory`.
	 */
	train: Method<
		{
			specification: HeadSpecification;
			labelled: LabelledProducts;
			folds: Int16Array;
			inputs: InputBlock[];
			backend: VisionBackend;
		},
		Trained
	>;
	/** Figures on products whose labels are known. `trained` `[m]`: labels learned from, for the baseline. */
	evaluate: Method<
		{ model: HeadModel; labelled: LabelledProducts; trained: Int32Array },
		Evaluated
	>;
	/** Reports progress in products. */
	predict: Method<
		{ model: HeadModel; products: ProductToClassify[]; ranks: number },
		PackedPredictions
	>;
	/**
	 * Pairs of photos whose embeddings' cosine reaches the threshold, `[2·m]` indices into `photoIds`. Photos
	 * without an embedding are in none.
	 */
	duplicates: Method<
		{ photoIds: string[]; stamp: EmbeddingStamp; threshold: number; backend: VisionBackend },
		{ pairs: Int32Array }
	>;
};
