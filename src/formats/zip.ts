import {
	BlobReader,
	configure,
	type Entry,
	ERR_ENCRYPTED,
	ERR_UNSUPPORTED_ENCRYPTION,
	type FileEntry,
	ZipReader,
} from '@zip.js/zip.js';
import { AppError, isCancelled } from '../domain/errors';
import { isLeftBehind, tidyPath } from './fileNames';

/*
 * Zips, read entry by entry from wherever they lie: only the list of entries and one entry at a time are in
 * memory. What a zip says of its sizes is checked before anything is unpacked, and again while unpacking,
 * because a zip can lie.
 */

// Already in a worker: further ones would only cost start-up and copies.
configure({ useWebWorkers: false });

/** Limits in bytes and numbers. Photos hardly shrink, so real ones unpack to little more than the zip weighs. */
export const zipLimits = {
	/** All entries together: 4 GB, what a zip holds without its 64-bit extension. */
	total: 4 * 1024 ** 3,
	/** One entry: the largest picture we would decode, uncompressed. */
	entry: 512 * 1024 ** 2,
	entries: 100_000,
} as const;

/** One file in a zip, unpacked only when asked. */
export interface ZippedFile {
	/** Folders inside the zip and name. */
	path: string;
	/** Unpacked, as declared. */
	bytes: number;
	/**
	 * @throws AppError `zip-encrypted`, `zip-damaged`, `zip-too-large` (it unpacks to more than it said or than is left)
	 */
	read(signal: AbortSignal): Promise<Blob>;
}

/** Bytes that may still be unpacked; shared by a zip and those inside it. */
export interface ZipBudget {
	left: number;
}

export function newZipBudget(): ZipBudget {
	return { left: zipLimits.total };
}

/**
 * Lists the files of a zip. What operating systems leave in them is skipped.
 * @throws AppError `zip-damaged`, `zip-encrypted` (the list itself), `zip-too-large`
 */
export async function zippedFiles(zip: Blob, budget: ZipBudget): Promise<ZippedFile[]> {
	const reader = new ZipReader(new BlobReader(zip), { filenameValidation: 'tolerant' });
	const files: ZippedFile[] = [];
	let declared = 0;
	try {
		for await (const entry of reader.getEntriesGenerator()) {
			const path = tidyPath(entryName(entry));
			if (entry.directory || path === '' || isLeftBehind(path)) continue;
			declared += entry.uncompressedSize;
			if (declared > budget.left || files.length >= zipLimits.entries) {
				throw new AppError('zip-too-large', {
					entries: files.length + 1,
					megabytes: Math.round(declared / 1024 ** 2),
					limit: Math.round(zipLimits.total / 1024 ** 2),
				});
			}
			files.push({
				path,
				bytes: entry.uncompressedSize,
				read: (signal) => unpacked(entry, budget, signal),
			});
		}
	} catch (error) {
		throw named(error);
	}
	return files;
}

/** UTF-8 where the bytes are UTF-8: macOS writes it without saying so. Else what the zip says, or code page 437. */
function entryName(entry: Entry): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(entry.rawFilename);
	} catch {
		return entry.filename;
	}
}

async function unpacked(entry: FileEntry, budget: ZipBudget, signal: AbortSignal): Promise<Blob> {
	const allowed = Math.min(entry.uncompressedSize, zipLimits.entry, budget.left);
	const tooLarge = (): AppError =>
		new AppError('zip-too-large', {
			megabytes: Math.ceil(entry.uncompressedSize / 1024 ** 2),
			limit: Math.round(zipLimits.entry / 1024 ** 2),
		});
	if (entry.uncompressedSize > allowed) throw tooLarge();
	if (entry.encrypted) throw new AppError('zip-encrypted');
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const counting = new WritableStream<Uint8Array<ArrayBuffer>>({
		write(part) {
			size += part.length;
			if (size > allowed) throw tooLarge();
			parts.push(part);
		},
	});
	try {
		await entry.getData(counting, { signal, checkCrc32: true });
	} catch (error) {
		if (signal.aborted) throw new DOMException('cancelled', 'AbortError');
		throw size > allowed ? tooLarge() : named(error);
	}
	budget.left -= size;
	return new Blob(parts);
}

/** Every way a zip can be bad comes down to three sentences. */
function named(error: unknown): unknown {
	if (error instanceof AppError || isCancelled(error)) return error;
	const message = error instanceof Error ? error.message : String(error);
	const encrypted = message === ERR_ENCRYPTED || message === ERR_UNSUPPORTED_ENCRYPTION;
	return new AppError(encrypted ? 'zip-encrypted' : 'zip-damaged', {}, { cause: error });
}
