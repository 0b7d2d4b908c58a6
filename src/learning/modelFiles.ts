import { AppError } from '../domain/errors';
import type { ModelEntry, ModelFile } from '../domain/models';
import { sha256 } from '../formats/sha256';

/** The files of one model, each checked against models.json before anyone sees it. */
export interface ModelFiles {
	/**
	 * @param path as in models.json: relative to `models/`
	 * @throws AppError `model-missing`, `model-damaged`, naming the file
	 */
	bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** @param base the app's absolute URL */
export function modelFiles(entry: Pick<ModelEntry, 'files'>, base: string): ModelFiles {
	return {
		async bytes(path) {
			const file = entry.files.find((candidate) => candidate.path === path);
			if (!file) throw new AppError('model-missing', { file: path });
			const url = new URL(`models/${path}`, base);
			const cached = await download(file, url, 'default');
			if (await isIntact(file, cached)) return cached;
			// An older version of the app may have left its file in the browser's cache: ask the server itself.
			const fresh = await download(file, url, 'reload');
			if (await isIntact(file, fresh)) return fresh;
			throw new AppError('model-damaged', {
				file: path,
				bytes: fresh.length,
				expected: file.bytes,
			});
		},
	};
}

async function download(
	file: ModelFile,
	url: URL,
	cache: RequestCache,
): Promise<Uint8Array<ArrayBuffer>> {
	let response: Response;
	let bytes: ArrayBuffer;
	try {
		response = await fetch(url, { cache });
		bytes = await response.arrayBuffer();
	} catch (error) {
		throw new AppError('model-missing', { file: file.path }, { cause: error });
	}
	// A single-page host answers what it does not have with 200 and its index.html.
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!response.ok || isPage) throw new AppError('model-missing', { file: file.path });
	return new Uint8Array(bytes);
}

async function isIntact(file: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
	return bytes.length === file.bytes && (await sha256(bytes)) === file.sha256;
}
