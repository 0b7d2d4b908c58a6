import type { ModelEntry } from '../domain/models';
import type { KeptFile } from '../domain/offline';

/** The files of a model by their paths below the app's address; models.json counts from its own folder. */
export function modelPaths({ files }: Pick<ModelEntry, 'files'>): KeptFile[] {
	return files.map((file) => ({ ...file, path: `models/${file.path}` }));
}

/** Where a file of the app lies. Pages are asked for by their folder: some hosts redirect from index.html to there. */
export function addressOf({ path }: Pick<KeptFile, 'path'>, base: string): URL {
	return new URL(path === 'index.html' ? './' : path, base);
}
