import { AppError } from '../domain/errors';
import type { FileTarget } from '../domain/fileTarget';

/** A file that is written from its beginning to its end, with little of it in memory. Workers only. */
export interface OutputFile {
	/** @throws AppError `storage-full`, `file-not-written`, `file-too-large-here` */
	write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
	/** @returns the file where it has yet to be downloaded; `null` where it lies in the place that was picked */
	finish(): Promise<File | null>;
	/** Leaves nothing of it behind. */
	abandon(): Promise<void>;
}

/** Workers have it in every browser; the DOM's types do not. */
interface SyncHandle {
	createSyncAccessHandle(): Promise<{
		write(bytes: Uint8Array): number;
		flush(): void;
		close(): void;
	}>;
}

/** In this site's own folder, which nobody else sees. */
const folderName = 'exports';

/** What a browser without a folder of the site's own is trusted to hold. */
const mostInMemory = 1024 ** 3;

/** Larger writes are fewer; each waits for another process. */
const writtenAtOnce = 1024 ** 2;

/** @throws AppError `file-not-written` */
export async function openOutput(target: FileTarget): Promise<OutputFile> {
	const raw = await open(target);
	let parts: Uint8Array<ArrayBuffer>[] = [];
	let waiting = 0;
	const flush = async (): Promise<void> => {
		if (waiting === 0) return;
		const bytes = new Uint8Array(waiting);
		let at = 0;
		for (const part of parts) {
			bytes.set(part, at);
			at += part.length;
		}
		parts = [];
		waiting = 0;
		await named(target, () => raw.write(bytes));
	};
	return {
		async write(bytes) {
			if (bytes.length >= writtenAtOnce) {
				await flush();
				await named(target, () => raw.write(bytes));
				return;
			}
			// The writer of zips uses its buffers again.
			parts.push(bytes.slice());
			waiting += bytes.length;
			if (waiting >= writtenAtOnce) await flush();
		},
		async finish() {
			await flush();
			return named(target, () => raw.finish());
		},
		abandon: () => raw.abandon(),
	};
}

async function open(target: FileTarget): Promise<OutputFile> {
	const { picked } = target;
	if (picked) return named(target, () => openPicked(picked));
	await clearOutputs();
	try {
		return await openOwn(target.name);
	} catch {
		// Private windows of some browsers have no such folder.
		return openMemory(target.name);
	}
}

async function openPicked(picked: FileSystemFileHandle): Promise<OutputFile> {
	const stream = await picked.createWritable();
	return {
		write: (bytes) => stream.write(bytes),
		async finish() {
			await stream.close();
			return null;
		},
		async abandon() {
			await stream.abort().catch(() => {});
			// Picking a new name makes an empty file of it; what had something in it is as it was.
			const removable = picked as FileSystemFileHandle & { remove?(): Promise<void> };
			if ((await picked.getFile()).size === 0) await removable.remove?.();
		},
	};
}

async function openOwn(name: string): Promise<OutputFile> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle(folderName, { create: true });
	const handle = await folder.getFileHandle(name, { create: true });
	const access = await (handle as unknown as SyncHandle).createSyncAccessHandle();
	return {
		async write(bytes) {
			access.write(bytes);
		},
		async finish() {
			access.flush();
			access.close();
			return handle.getFile();
		},
		async abandon() {
			access.close();
			await folder.removeEntry(name);
		},
	};
}

function openMemory(name: string): OutputFile {
	let parts: Blob[] = [];
	let size = 0;
	return {
		async write(bytes) {
			size += bytes.length;
			if (size > mostInMemory) throw new AppError('file-too-large-here', { file: name });
			parts.push(new Blob([bytes]));
		},
		finish: async () => new File(parts, name),
		async abandon() {
			parts = [];
		},
	};
}

/** Forgets files that were made for a download: they have been fetched by the next visit or the next export. */
export async function clearOutputs(): Promise<void> {
	if (!('getDirectory' in navigator.storage)) return;
	try {
		const root = await navigator.storage.getDirectory();
		await root.removeEntry(folderName, { recursive: true });
	} catch (error) {
		// There is none, or it is being written to.
		if (!(error instanceof DOMException)) throw error;
	}
}

async function named<T>(target: FileTarget, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		const full = error.name === 'QuotaExceededError';
		throw new AppError(
			full && !target.picked ? 'storage-full' : 'file-not-written',
			{ file: target.name },
			{ cause: error },
		);
	}
}
