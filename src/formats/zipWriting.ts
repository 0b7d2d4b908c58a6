import { BlobReader, configure, TextReader, ZipWriter } from '@zip.js/zip.js';

// Already in a worker.
configure({ useWebWorkers: false });

export interface ZipOutput {
	/** Stored as it is: photos hardly shrink. */
	photo(path: string, content: Blob): Promise<void>;
	text(path: string, content: string): Promise<void>;
	/** Writes the list at the end. */
	finish(): Promise<void>;
}

/**
 * A zip that is written as it grows: one file at a time is in memory. Sizes stand before each file, as older
 * programs want it.
 */
export function zipOutput(
	write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
	signal: AbortSignal,
): ZipOutput {
	const writer = new ZipWriter(new WritableStream<Uint8Array<ArrayBuffer>>({ write }), {
		dataDescriptor: false,
		signal,
	});
	return {
		async photo(path, content) {
			await writer.add(path, new BlobReader(content), { level: 0 });
		},
		async text(path, content) {
			await writer.add(path, new TextReader(content), { level: 6 });
		},
		async finish() {
			await writer.close();
		},
	};
}
