import { BlobWriter, configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';

// Already in a worker: further ones would only cost start-up and copies.
configure({ useWebWorkers: false });

/** Files in one zip. Weights hardly shrink, so they are stored as they are. */
export async function zipOf(
	files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Blob> {
	const zip = new ZipWriter(new BlobWriter('application/zip'));
	for (const { name, bytes } of files)
		await zip.add(name, new Uint8ArrayReader(bytes), { level: name.endsWith('.json') ? 6 : 0 });
	return zip.close();
}
