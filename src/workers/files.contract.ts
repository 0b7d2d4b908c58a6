import type { Augmentation } from '../domain/augmentation';
import type { DropSummary } from '../domain/drop';
import type { FieldName, LabelChange } from '../domain/field';
import type { FileTarget } from '../domain/fileTarget';
import type { Problem } from '../domain/product';
import type { Method } from './rpc';

/** A file as it was dropped. `path` carries the folders: `shoes/red/1.jpg`. */
export interface DroppedFile {
	path: string;
	file: File;
}

export interface ImportSummary {
	products: number;
	photos: number;
	/** What takes the labels back that the tables brought. */
	labelUndo: LabelChange[];
	/** Things that belong to no card: a zip that would not open, a row without a product, `.DS_Store`s are silent. */
	problems: Problem[];
}

export interface DecodedPhotos {
	/** Those of the asked-for photos that could be decoded, in order; for views, `viewItem`s. */
	photoIds: string[];
	/** RGB, `[n, size, size, 3]`, 0–255; alpha over white, EXIF orientation applied, padded to a square. */
	pixels: Uint8Array;
	/** Why each of the others could not. Written to its photo record too. */
	failed: { photoId: string; problem: Problem }[];
}

export type FilesContract = {
	/** Everything that is stored, in one file. @returns it where it has yet to be downloaded */
	exportProject: Method<{ target: FileTarget }, File | null>;
	/** The photos that have a label of a field, as a zip with a folder per label. */
	exportPhotos: Method<{ field: FieldName; target: FileTarget }, File | null>;
	/**
	 * Makes such a file what is stored, or adds it to that; where both say something, what is here stays. When it
	 * fails, everything is as it was.
	 */
	importProject: Method<{ file: Blob; onto: 'replace' | 'merge' }, void>;
	/** Says what a drop holds, so that it can be shown before anything of it is imported. Stores nothing. */
	inspect: Method<{ files: DroppedFile[] }, DropSummary>;
	/**
	 * Copies a drop into storage, zips unpacked, photos under the SHA-256 of their bytes, tables as they are.
	 * Chunked: what is reported as done is safe, and after a cancel or a full disk the same call goes on.
	 * The problems are those of files that belong to no card; `assemble` does not repeat them.
	 */
	stage: Method<{ importId: string; files: DroppedFile[] }, { problems: Problem[] }>;
	/**
	 * Makes products of what was staged: rows matched with photos, photos of one listing put together.
	 * What is in the catalogue already is recognised: dropping the same files again adds nothing twice.
	 */
	assemble: Method<{ importId: string }, ImportSummary>;
	/**
	 * Decodes stored photos to network input, and stores each one's size and thumbnail on the way. With `views`,
	 * answers with these views of each photo in place of the photo itself.
	 */
	decode: Method<
		{ photoIds: string[]; size: number; views?: readonly Augmentation[] },
		DecodedPhotos
	>;
	/**
	 * Decodes a picture that is not stored, and stores nothing. `pixels` is RGB, `[1, size, size, 3]`. Rejects with
	 * why it cannot be decoded, `file-unsupported` for what is no picture.
	 */
	decodeFile: Method<{ file: File; size: number }, { pixels: Uint8Array }>;
};
