import { AppError, isCancelled } from '../domain/errors';
import type { KeptFile } from '../domain/offline';
import { sha256 } from './sha256';

export interface Download {
	bytes: Uint8Array<ArrayBuffer>;
	/** As the server names it: `text/javascript`. */
	type: string;
}

interface DownloadOptions extends Pick<RequestInit, 'cache' | 'signal'> {
	/** Hears of every piece that arrives, in bytes. */
	onBytes?(count: number): void;
}

/**
 * Downloads a file and holds it against its length and SHA-256.
 * @param url where it lies; `file.path` is only what errors call it
 * @throws AppError `model-missing`, `model-damaged`, naming the file; AbortError when cancelled
 */
export async function checkedDownload(
	file: KeptFile,
	url: URL,
	{ onBytes, ...options }: DownloadOptions,
): Promise<Download> {
	let response: Response;
	let bytes: Uint8Array<ArrayBuffer> | null;
	try {
		response = await fetch(url, options);
		bytes = await readUpTo(file.bytes, response, onBytes);
	} catch (error) {
		options.signal?.throwIfAborted();
		throw new AppError('model-missing', { file: file.path }, { cause: error });
	}
	const type = response.headers.get('content-type') ?? '';
	// A single-page host answers what it does not have with 200 and its index.html.
	const isPage = type.startsWith('text/html') && !file.path.endsWith('.html');
	if (!response.ok || isPage) throw new AppError('model-missing', { file: file.path });
	if (!bytes || !(await isIntact(file, bytes)))
		throw new AppError('model-damaged', { file: file.path, expected: file.bytes });
	return { bytes, type };
}

/**
 * The file from whatever cache there is, and past all of them when what lies there is not it: an older version
 * of the app, or a host that answers with its index page, may have left something else.
 * @throws as `checkedDownload`
 */
export async function freshDownload(
	file: KeptFile,
	url: URL,
	signal: AbortSignal | null = null,
): Promise<Download> {
	try {
		return await checkedDownload(file, url, { cache: 'default', signal });
	} catch (error) {
		if (isCancelled(error)) throw error;
		return checkedDownload(file, url, { cache: 'reload', signal });
	}
}

export async function isIntact(file: KeptFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	return bytes.length === file.bytes && (await sha256(bytes)) === file.sha256;
}

/** The body, or `null` when it is longer than it may be. */
async function readUpTo(
	limit: number,
	response: Response,
	onBytes: (count: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer> | null> {
	const bytes = new Uint8Array(limit);
	let length = 0;
	const reader = response.body?.getReader();
	for (;;) {
		const piece = await reader?.read();
		if (!piece || piece.done) return bytes.subarray(0, length);
		if (length + piece.value.length > limit) {
			await reader?.cancel();
			return null;
		}
		bytes.set(piece.value, length);
		length += piece.value.length;
		onBytes(piece.value.length);
	}
}
