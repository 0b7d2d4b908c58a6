import type { Nearness } from '../domain/advice';
import type { VisionBackend } from '../domain/backends';
import type { EmbeddingStamp } from '../domain/embedding';
import type { HeadModel, HeadSpecification, InputBlock, TrainedHead } from '../domain/head';
import type { Evaluation } from '../domain/report';
import type { Evidence } from '../domain/suggestion';
import type { Method } from './rpc';

/** A product as a head needs it: where its embeddings lie. */
export interface ProductToClassify {
	id: string;
	/** Empty without one. */
	title: string;
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

/** `ranks` answers for each product, best first, packed. */
export interface PackedPredictions {
	ranks: number;
	/** Paths of the head's labels and of what stands above them, as in maths/labelTree.ts. */
	nodes: string[];
	/** `[n, ranks]` indices into `nodes`; −1 pads, and everywhere for a product without embeddings. */
	ranked: Int32Array;
	/** `[n, ranks]`, 0–1, calibrated; of a node that was backed off to, with everything below it. */
	probabilities: Float32Array;
	/** `[n]`: what the product has of what the head looks at. */
	evidence: Evidence[];
	/**
	 * `[n]`: how much the photo counted beside the title, 0–1; NaN for a product without embeddings. `null` for heads
	 * that do not weigh the one against the other.
	 */
	photoShares: Float32Array | null;
}

export interface Explained {
	/** As in `PackedPredictions`. */
	photoShare: number | null;
	/** None for a product without embeddings. */
	answers: {
		/** Index into the head's labels. */
		label: number;
		/** 0–1, calibrated. */
		probability: number;
		/**
		 * Derivatives of the label's score by the product's row, `[d]`, and by its row of each of the model's views,
		 * in that order; `null` for a kind of head that has none.
		 */
		gradients: Float32Array[] | null;
	}[];
}

/** Methods of the learn worker that have to do with heads. Rows are read from storage there, by stamp. */
export type HeadsContract = {
	/**
	 * Trains on all given products, and fits the vocabulary of a block of `tfidf` on their titles. `folds` `[n]` says which of them are held out together for choosing and
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
			/** The head that the specification carries over. Rejects `head-source-unfit` when it looks at something else. */
			source?: HeadModel | null;
		},
		Trained
	>;
	/**
	 * Trains as `train` does, and keeps nothing but what the products were taken for while they were held out: rows of
	 * `labelled`, and their calibrated probabilities `[rows, labels]`.
	 */
	crossValidate: Method<
		{
			specification: HeadSpecification;
			labelled: LabelledProducts;
			folds: Int16Array;
			inputs: InputBlock[];
			backend: VisionBackend;
		},
		{ rows: Int32Array; probabilities: Float32Array }
	>;
	/** Figures on products whose labels are known. `trained` `[m]`: labels learned from, for the baseline. */
	evaluate: Method<
		{ model: HeadModel; labelled: LabelledProducts; trained: Int32Array },
		Evaluated
	>;
	/**
	 * From `sureAt` on, a node above the labels stands for everything below it and comes first where no label
	 * is as sure; `null` only ranks labels. Reports progress in products.
	 */
	predict: Method<
		{ model: HeadModel; products: ProductToClassify[]; ranks: number; sureAt: number | null },
		PackedPredictions
	>;
	/** The most probable labels of one product, best first, and what of its embeddings speaks for each. */
	explain: Method<{ model: HeadModel; product: ProductToClassify; ranks: number }, Explained>;
	/**
	 * How often the nearest other product has the same label, by the embeddings of each block alone (maths/nearness.ts);
	 * `null` for a block by which that cannot be told. `groups` `[n]`: products of one group are not each other's
	 * neighbours; −1 for those in none.
	 */
	nearness: Method<
		{ labelled: LabelledProducts; groups: Int32Array; inputs: InputBlock[] },
		{ measured: (Pick<Nearness, 'products' | 'agreement' | 'chance' | 'nearness'> | null)[] }
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
