import type { Counted } from './drop';
import type { ErrorCode, ErrorDetail } from './errors';

/** One listing: photos, title, description and whatever else its row in the spreadsheet says. */
export interface Product {
	id: string;
	/** The import it came with. */
	importId: string;
	/** Its place in the grid; grows with every import. */
	order: number;
	/** What to call it when it has no title: a file name, SKU or handle. */
	name: string;
	/** Empty when there is none. */
	title: string;
	description: string;
	/** Its pictures, in order. Embeddings of several are averaged. */
	photos: PhotoReference[];
	/** The other columns of its row, by header. */
	attributes: Record<string, string>;
	/** Where its texts come from; missing in catalogues that were stored before this was kept. */
	rows?: ProductRow[];
	/** What went wrong with parts of it; the rest of it is used all the same. */
	problems: Problem[];
}

/** One of the rows that a product was made of. */
export interface ProductRow {
	/** Path of the table. */
	table: string;
	/** In that file; 1 is the first. */
	line: number;
	/** Cells that say something else than the product's attributes, by header: where its rows disagree. */
	differs: Record<string, string>;
}

export interface PhotoReference {
	/** SHA-256 of the file's bytes, in hex: the same photo twice is stored once. */
	photoId: string;
	/** Path of the file as it was dropped, folders included. */
	path: string;
}

/** Ids of products of which a person said that no two are the same, each group under a name made of them. */
export type ToldApart = Readonly<Record<string, readonly string[]>>;

/** Something a person should know about one file or row. */
export interface Problem {
	code: ErrorCode | NoteCode;
	detail: ErrorDetail;
}

/** Not errors: things worth saying. */
export const noteCodes = [
	'note-same-photo',
	'note-title-truncated',
	'note-unknown-language',
	'note-unknown-language-no-photo',
	'note-first-frame',
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** What is known of a stored picture. The blob itself lies in a store of its own. */
export interface Photo {
	/** SHA-256 of the bytes, hex. */
	id: string;
	/** As sniffed from the bytes, not from the name: `image/jpeg`. */
	type: string;
	bytes: number;
	/** In pixels after EXIF orientation; 0 until it has been decoded once. */
	width: number;
	height: number;
	/** Why it could not be decoded, if it could not. */
	problem: Problem | null;
}

/** One drop of files, so that an interrupted one can be gone on with. */
export interface ImportRecord {
	id: string;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** `reading`: files are being copied into storage. `embedding`: all copied, networks at work. */
	phase: 'reading' | 'embedding' | 'done';
	/** What counted-up folders are, where that was asked. */
	counted?: Counted;
	/** Files seen in the drop, and how many of them are safely stored. */
	filesSeen: number;
	filesStored: number;
}
