import { AppError, isCancelled } from '../domain/errors';
import type { HeadFormat } from '../domain/head';
import { isZipName, tidyPath } from './fileNames';
import { type HeadInFile, headFromLayersModel, headFromOnnx, NoDescription } from './headFromFile';
import { newZipBudget, zippedFiles } from './zip';

/** More than any head with both networks inside. */
const mostBytes = 512 * 1024 ** 2;
const mostFiles = 1000;

/**
 * A head out of the files of an export, or out of the zip they came in.
 * @throws AppError `head-file-unknown`, `head-file-not-aisle`, `head-file-damaged` with a `reason`, and what zips fail
 * of; AbortError
 */
export async function readHeadFiles(
	files: readonly File[],
	signal: AbortSignal,
): Promise<HeadInFile & { format: HeadFormat }> {
	const byName = await filesByName(files, signal);
	const onnx = [...byName].filter(([name]) => name.toLowerCase().endsWith('.onnx'));
	try {
		const [first] = onnx;
		if (first) {
			if (onnx.length > 1) throw new Error('several ONNX files');
			return { ...(await headFromOnnx(first[1])), format: 'onnx' };
		}
		if (!byName.has('model.json'))
			throw new AppError('head-file-unknown', { file: files[0]?.name ?? '' });
		const format = byName.has('metadata.json') ? 'teachable-machine' : 'tfjs';
		return { ...(await headFromLayersModel(byName)), format };
	} catch (error) {
		if (error instanceof AppError || isCancelled(error)) throw error;
		const file = files[0]?.name ?? '';
		if (error instanceof NoDescription)
			throw new AppError('head-file-not-aisle', { file }, { cause: error });
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('head-file-damaged', { file, reason }, { cause: error });
	}
}

/** Unpacked, by name alone: an export has no folders, and one that somebody zipped by hand has one around it. */
async function filesByName(
	files: readonly File[],
	signal: AbortSignal,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
	const found = new Map<string, Uint8Array<ArrayBuffer>>();
	let bytes = 0;
	const add = async (path: string, size: number, read: () => Promise<Blob>): Promise<void> => {
		const name = path.split('/').at(-1) ?? '';
		bytes += size;
		if (found.has(name)) throw new AppError('file-name-twice', { file: name });
		if (bytes > mostBytes || found.size >= mostFiles)
			throw new AppError('head-file-damaged', { file: name, reason: 'too large' });
		found.set(name, new Uint8Array(await (await read()).arrayBuffer()));
	};
	const budget = newZipBudget();
	for (const file of files) {
		if (!isZipName(file.name)) await add(tidyPath(file.name), file.size, async () => file);
		else
			for (const zipped of await zippedFiles(file, budget))
				await add(zipped.path, zipped.bytes, () => zipped.read(signal));
	}
	return found;
}
