import type { EmbeddingStamp } from './embedding';
import type { EpochFigures } from './job';
import type { BackboneEntry } from './models';

/** How much of a network learns along: none of it, its last stages, or all of it and from nothing. */
export const depths = ['frozen', 'partly', 'scratch'] as const;
export type Depth = (typeof depths)[number];

/** What a photo network learned from a person's own products, and what is needed to run it with that. */
export interface OwnWeights {
	/** The network that it began as; `null` where it began from nothing. */
	base: EmbeddingStamp | null;
	/** Names and shapes, in the order of `data`; batch norms are folded into them. */
	weights: { name: string; shape: number[] }[];
	/** Float32 numbers, one weight after the other. In storage it is only read when it is needed. */
	data: Blob;
	/** Of `data`, in hex. */
	sha256: string;
	/** `[dimensions]`: its answer to the reference picture, which every backend must reproduce. */
	reference: Float32Array;
	/** How it came about. */
	learned: {
		/** Photos it learned from, and photos that were held out to judge its epochs by. */
		photos: number;
		heldOut: number;
		curve: EpochFigures[];
		/** The epoch that was kept; 0 where none was better than not to learn. */
		epoch: number;
		/** Of looking with the frozen part and of learning. */
		seconds: number;
		/** Largest difference to the stored embeddings before the first step; `null` without any to compare with. */
		difference: number | null;
	};
}

/** A photo network that can be run: one of models.json, or one with weights of its own. */
export type PhotoEntry = BackboneEntry & { own?: OwnWeights };
