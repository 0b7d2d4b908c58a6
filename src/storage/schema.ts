import type { DBSchema, IDBPDatabase } from 'idb';
import type { EmbeddingRow } from '../domain/embedding';
import type { LabelAssignment } from '../domain/field';
import type { TrainedHead } from '../domain/head';
import type { LabRun } from '../domain/lab';
import type { ImportRecord, Photo, Problem, Product } from '../domain/product';
import type { Report } from '../domain/report';
import type { Split } from '../domain/split';
import type { Decision } from '../domain/suggestion';
import type { Taxonomy } from '../domain/taxonomy';
import type { Incoming } from './incoming';

/** A file of a drop, copied but not yet part of a product. */
export interface StagedFile {
	importId: string;
	path: string;
	/** Set for pictures: the photo it was stored as. */
	photoId: string | null;
	/** Set for tables: the file itself. */
	table: Blob | null;
	/** Why it is neither. */
	problem: Problem | null;
}

/** A taxonomy the user brought or pasted, with what is prepared beforehand for Google's and Shopify's. */
export interface StoredTaxonomy {
	id: string;
	taxonomy: Taxonomy;
	/** Of the texts of `categoryKeys`, as `formats/embeddingRows.ts` writes them. */
	vectors: Uint8Array<ArrayBuffer>;
	/** `[parts]`, what each part of a name means; `noSense` for none. */
	senses: Uint16Array;
	/** As `formats/photoMatrixFile.ts` writes it. */
	photoMatrix: Uint8Array<ArrayBuffer>;
	/** Milliseconds since 1970. */
	addedAt: number;
}

export interface AisleSchema extends DBSchema {
	products: {
		key: string;
		value: Product;
		indexes: { order: number; importId: string };
	};
	photos: { key: string; value: Photo };
	/** The files as they came, under the photo's id. */
	photoBlobs: { key: string; value: Blob };
	/** Small previews, WebP, at most 320 px wide or high. */
	thumbnails: { key: string; value: Blob };
	embeddings: { key: [set: string, item: string]; value: EmbeddingRow };
	decisions: {
		key: [taxonomyId: string, productId: string];
		value: Decision;
		indexes: { productId: string };
	};
	imports: { key: string; value: ImportRecord };
	staged: {
		key: [importId: string, path: string];
		value: StagedFile;
		indexes: { importId: string };
	};
	taxonomies: { key: string; value: StoredTaxonomy };
	labels: {
		key: [field: string, productId: string];
		value: LabelAssignment;
		indexes: { productId: string };
	};
	/** The latest split of each field. */
	splits: { key: string; value: Split };
	heads: { key: string; value: TrainedHead; indexes: { field: string } };
	/** One per head, under the head's id. */
	reports: { key: string; value: Report };
	/** Trainings of the Compare screen, done and waiting. */
	labRuns: { key: string; value: LabRun; indexes: { field: string } };
	settings: { key: string; value: unknown };
	/** A project that is being opened; empty at all other times. */
	incoming: { key: number; value: Incoming };
}

export type Database = IDBPDatabase<AisleSchema>;
