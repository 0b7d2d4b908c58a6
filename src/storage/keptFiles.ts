import { AppError } from '../domain/errors';
import type { KeptFile } from '../domain/offline';

/*
 * The app's own files in the browser's Cache Storage: one cache for each address Aisle is served from. A file's
 * key carries its SHA-256, so that versions of the app never meet each other's files, and a file that stays the
 * same is kept from version to version.
 */

export interface KeptFiles {
	/** What lies under the file's name: to be checked before it is trusted. */
	read(file: KeptFile): Promise<Response | undefined>;
	/** @throws AppError `storage-full`, `storage-unavailable` */
	write(file: KeptFile, content: { bytes: Uint8Array<ArrayBuffer>; type: string }): Promise<void>;
	remove(file: KeptFile): Promise<void>;
	/** Deletes everything but `files`: what other versions of the app have left. */
	retain(files: readonly KeptFile[]): Promise<void>;
}

/** @param base the app's absolute URL, with a slash at its end */
export function keptFiles(base: string): KeptFiles {
	const cache = (): Promise<Cache> => caches.open(`aisle ${new URL(base).pathname}`);
	const key = ({ path, sha256 }: KeptFile): string =>
		new URL(`${path}?sha256=${sha256}`, base).href;
	return {
		async read(file) {
			return (await cache()).match(key(file));
		},
		async write(file, { bytes, type }) {
			// A new response: the server's own headers speak of its encoding and its times.
			const response = new Response(bytes, { headers: { 'Content-Type': type } });
			try {
				await (await cache()).put(key(file), response);
			} catch (error) {
				const full = error instanceof DOMException && error.name === 'QuotaExceededError';
				throw new AppError(full ? 'storage-full' : 'storage-unavailable', {}, { cause: error });
			}
		},
		async remove(file) {
			await (await cache()).delete(key(file));
		},
		async retain(files) {
			const wanted = new Set(files.map(key));
			const opened = await cache();
			for (const request of await opened.keys())
				if (!wanted.has(request.url)) await opened.delete(request);
		},
	};
}
