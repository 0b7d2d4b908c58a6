import type { VisionBackend } from '../domain/backends';
import type { HeadFormat, HeadModel, TrainedHead } from '../domain/head';
import type { Report } from '../domain/report';
import type { PhotoEntry } from '../domain/tuning';
import type { ProductToClassify } from './heads.contract';
import type { Method } from './rpc';

/** One file of an export. */
export interface ExportedFile {
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** What a model is fed, by the name of its input. */
export interface ModelInput {
	name: string;
	/** Of all products together: `[n, …]`. */
	shape: number[];
	values: Float32Array;
}

/** Products with Aisle's own answers. */
export interface Golden {
	/** Indices into the products asked for: those that have what the head looks at. */
	known: number[];
	/** `[n, d]`, for the photos themselves and for each of the head's views; what is missing is average. */
	rows: Float32Array[];
	/** `[n, labels]` */
	probabilities: Float32Array;
}

/** A head out of a file, not yet named and stored here. */
export interface ReadHead {
	head: Omit<TrainedHead, 'id' | 'version'>;
	report: Omit<Report, 'headId'> | null;
}

/** Heads as files of other programs. A worker of its own, ended after each file, so that its memory is free again. */
export type HeadFilesContract = {
	/**
	 * Aisle's own answers for products whose embeddings are stored; with `whole`, for those that lack nothing of what
	 * the head looks at.
	 */
	golden: Method<{ model: HeadModel; products: ProductToClassify[]; whole: boolean }, Golden>;
	/**
	 * Writes a head in the files of another program; with its photo networks when `inside`.
	 * Rejects `model-missing`, `model-damaged`.
	 */
	write: Method<
		{
			format: HeadFormat;
			head: TrainedHead;
			report: Report | null;
			backbones: PhotoEntry[];
			inside: boolean;
			golden: { items: string[]; probabilities: Float32Array };
			base: string;
		},
		{ files: ExportedFile[] }
	>;
	/** Loads the files of a TF.js layers model and asks it. Rejects `head-export-unrunnable`, `out-of-memory`. */
	run: Method<
		{ files: ExportedFile[]; inputs: ModelInput[]; backend: VisionBackend },
		{ probabilities: Float32Array }
	>;
	zip: Method<{ files: ExportedFile[] }, Blob>;
	/**
	 * Reads a head that may have been written by anyone: the files of an export, or the zip they came in.
	 * Rejects `head-file-unknown`, `head-file-not-aisle`, `head-file-damaged`, and what zips fail of.
	 */
	read: Method<{ files: File[] }, ReadHead>;
};
