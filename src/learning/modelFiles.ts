import { AppError } from '../domain/errors';
import type { ModelEntry } from '../domain/models';
import { freshDownload } from '../formats/checkedDownload';

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
			const { bytes } = await freshDownload(file, url);
			return bytes;
		},
	};
}
