import type { ModelEntry, ModelFile } from './models';

/** A file of the app or its models, by its path below the app's address, and what it must contain. */
export type KeptFile = ModelFile;

/** What is found of a file in the browser's cache. `damaged`: something else lies in its place. */
export type KeptState = 'kept' | 'missing' | 'damaged';

/** Files that belong together, as Settings lists them. */
export interface OfflinePart {
	/** `app`: pages, scripts and styles. `wasm`: what the networks run on. Others: ids of models.json. */
	id: string;
	kind: 'app' | 'wasm' | ModelEntry['kind'];
	/** As shown to people; `null` for kinds that have one part only. */
	name: string | null;
	files: KeptFile[];
}

/** A part as it lies in the cache, by the files' contents. */
export interface PartStatus extends Omit<OfflinePart, 'files'> {
	files: number;
	bytes: number;
	/** Of `bytes`, those that are there and right. */
	keptBytes: number;
	/** Paths of files with something else in their place. */
	damaged: string[];
}
