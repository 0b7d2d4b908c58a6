import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { textHash } from '../../src/maths/textHash';
import { type EvaluateOptions, UsageError } from './options';

/**
 * Looks whether what is to be read is there and what is to be written has a folder to lie in, before any work.
 * @throws UsageError
 */
export async function assertPlaces(options: EvaluateOptions): Promise<void> {
	const { data, load, out, save, predict } = options;
	if (!(await isFolder(data))) throw new UsageError(`--data: there is no folder ${data}`);
	if (load && !(await stat(load).catch(() => null))?.isFile())
		throw new UsageError(`--load: there is no file ${load}`);
	for (const [name, path] of Object.entries({ out, save, predict }))
		if (path && !(await isFolder(dirname(resolve(path)))))
			throw new UsageError(`--${name}: there is no folder ${dirname(resolve(path))}`);
}

async function isFolder(path: string): Promise<boolean> {
	return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** Changes when a file of the folder does: a kept profile must not answer for other data. */
export async function folderPrint(folder: string): Promise<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const lines = await Promise.all(
		files.map(async ({ parentPath, name }) => {
			const { size, mtimeMs } = await stat(join(parentPath, name));
			return `${join(parentPath, name)} ${size} ${mtimeMs}`;
		}),
	);
	return textHash(`${resolve(folder)}\n${lines.sort().join('\n')}`);
}
