import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ModelFile } from '../../src/domain/models';

export interface Mismatch {
	file: ModelFile;
	problem: 'missing' | 'different';
}

/**
 * Compares files on disk with what models.json says of them, by content. All of it is some 60 MB, which
 * SHA-256 reads in a fraction of a second: a stamp file of sizes and times would save little and could lie.
 * @param root `public/models`
 */
export async function mismatches(root: string, files: ModelFile[]): Promise<Mismatch[]> {
	const checked = await Promise.all(
		files.map(async (file): Promise<Mismatch | null> => {
			const path = join(root, file.path);
			const size = await stat(path).then(
				(stats) => stats.size,
				() => null,
			);
			if (size === null) return { file, problem: 'missing' };
			const isSame = size === file.bytes && sha256(await readFile(path)) === file.sha256;
			return isSame ? null : { file, problem: 'different' };
		}),
	);
	return checked.filter((mismatch) => mismatch !== null);
}

/** Describes files for models.json. @param paths relative to `root` */
export function describeFiles(root: string, paths: string[]): Promise<ModelFile[]> {
	return Promise.all(
		paths.map(async (path) => {
			const bytes = await readFile(join(root, path));
			return { path, bytes: bytes.length, sha256: sha256(bytes) };
		}),
	);
}

/** Every file below `root/folder`, relative to `root`, in an order that is the same everywhere. */
export async function filesBelow(root: string, folder: string): Promise<string[]> {
	const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
}

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
