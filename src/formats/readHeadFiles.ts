import { AppError, isCancelled } from '../domain/errors';
import type { HeadFormat } from '../domain/head';
import { isZipName, tidyPath } from './fileNames';
import { type HeadInFile, headFromLayersModel, headFromOnnx, NoDescription } from './headFromFile';
import { newZipBudget, zippedFiles } from './zip';

/** More than any head with both networks inside. */
const mostBytes = 512 * 1024 ** 2;
const mostFiles = 1000;

interface Found {
	/** Without folders: an export has none, and one that somebody zipped by hand has one around it. */
	name: string;
	bytes: number;
	read(): Promise<Blob>;
}

/**
 * A head out of the files of an export, or out of the zip they came in.
 * @throws AppError `head-file-unknown`, `head-file-not-aisle`, `head-file-damaged` with a `reason`, `head-file-zip`,
 * and what else zips fail of; AbortError
 */
export async function readHeadFiles(
	files: readonly File[],
	signal: AbortSignal,
): Promise<HeadInFile & { format: HeadFormat }> {
	const file = files[0]?.name ?? '';
	try {
		const found = await namesOf(files, signal);
		const onnx = found.filter(({ name }) => name.toLowerCase().endsWith('.onnx'));
		const names = new Set(found.map(({ name }) => name));
		// Before anything is unpacked: a zip of photos has thousands, some of one name.
		if (onnx.length === 0 && !names.has('model.json'))
			throw new AppError('head-file-unknown', { file });
		if (names.size < found.length) throw new Error('several files of one name');
		if (onnx.length > 1) throw new Error('several ONNX files');
		const bytes = found.reduce((sum, each) => sum + each.bytes, 0);
		if (bytes > mostBytes || found.length > mostFiles) throw new Error('too large');
		const [first] = onnx;
		if (first) return { ...(await headFromOnnx(await bytesOf(first))), format: 'onnx' };
		const byName = new Map<string, Uint8Array<ArrayBuffer>>();
		for (const each of found) byName.set(each.name, await bytesOf(each));
		const format = byName.has('metadata.json') ? 'teachable-machine' : 'tfjs';
		return { ...(await headFromLayersModel(byName)), format };
	} catch (error) {
		if (isCancelled(error)) throw error;
		if (error instanceof AppError) {
			const code = error.code === 'zip-damaged' ? 'head-file-zip' : error.code;
			throw new AppError(code, { file, ...error.detail }, { cause: error });
		}
		if (error instanceof NoDescription)
			throw new AppError('head-file-not-aisle', { file }, { cause: error });
		const reason = error instanceof Error ? error.message : String(error);
		throw new AppError('head-file-damaged', { file, reason }, { cause: error });
	}
}

async function bytesOf({ read }: Found): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await (await read()).arrayBuffer());
}

async function namesOf(files: readonly File[], signal: AbortSignal): Promise<Found[]> {
	const found: Found[] = [];
	const add = (path: string, bytes: number, read: () => Promise<Blob>): void => {
		found.push({ name: path.split('/').at(-1) ?? '', bytes, read });
	};
	const budget = newZipBudget();
	for (const file of files) {
		if (!isZipName(file.name)) add(tidyPath(file.name), file.size, async () => file);
		else
			for (const zipped of await zippedFiles(file, budget))
				add(zipped.path, zipped.bytes, () => zipped.read(signal));
	}
	return found;
}
