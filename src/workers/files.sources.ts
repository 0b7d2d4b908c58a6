import { AppError } from '../domain/errors';
import type { Problem } from '../domain/product';
import {
	isLeftBehind,
	isPictureName,
	isTableName,
	isZipName,
	tidyPath,
} from '../formats/fileNames';
import { sniff, sniffedBytes } from '../formats/sniff';
import { teachableSamples } from '../formats/teachableMachine';
import { newZipBudget, type ZipBudget, type ZippedFile, zippedFiles } from '../formats/zip';
import type { DroppedFile } from './files.contract';

/** One file of a drop, wherever it lies. */
export interface Source {
	/** Unique in the drop: folders, for zips their name as a folder. */
	path: string;
	/** The class of a Teachable Machine sample, which is its folder too. */
	sampleOf: string | null;
	/** @throws AppError when it cannot be had */
	open(signal: AbortSignal): Promise<Blob>;
}

/** What a drop consists of: files, and what could not be opened. */
export type Found = { source: Source } | { problem: Problem };

/**
 * Walks a drop file by file, into zips and into zips inside those. `onCount` hears how many files there are
 * as that becomes known: the lists of all zips are read before the first file is handed out.
 */
export async function* walkDrop(
	files: readonly DroppedFile[],
	signal: AbortSignal,
	onCount: (files: number) => void,
): AsyncGenerator<Found> {
	const unique = uniquePaths();
	const found: { found: Found; zip: ZipBudget | null }[] = [];
	for (const { path, file } of files) {
		signal.throwIfAborted();
		const tidy = tidyPath(path);
		if (tidy === '' || isLeftBehind(tidy)) continue;
		if (await isZip(file, tidy)) {
			const budget = newZipBudget();
			for (const entry of await unzipped(file, unique(tidy), budget))
				found.push({ found: entry, zip: budget });
		} else
			found.push({
				found: { source: { path: unique(tidy), sampleOf: null, open: async () => file } },
				zip: null,
			});
	}
	let count = found.length;
	onCount(count);
	for (const { found: one, zip } of found) {
		if (!zip || !('source' in one) || !isZipName(one.source.path)) {
			yield one;
			continue;
		}
		const inner = await openNested(one.source, zip, signal);
		count += inner.length - 1;
		onCount(count);
		yield* inner;
	}
}

/** Asked only where the name leaves it open, so that photos are not read twice. */
async function isZip(file: File, path: string): Promise<boolean> {
	if (isPictureName(path) || isTableName(path)) return false;
	try {
		const head = new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer());
		return (await sniff(head, path)).kind === 'zip';
	} catch {
		return false; // cannot be read: said when it is opened
	}
}

async function unzipped(zip: Blob, path: string, budget: ZipBudget): Promise<Found[]> {
	try {
		const files = await zippedFiles(zip, budget);
		const samples = teachableSamples(files.map((file) => file.path));
		const inside = (file: ZippedFile): Found[] => {
			const sample = samples?.get(file.path);
			if (samples && !sample) return [];
			const source: Source = {
				path: `${path}/${sample?.path ?? file.path}`,
				sampleOf: sample?.label ?? null,
				open: (signal) => file.read(signal),
			};
			return [{ source }];
		};
		return files.flatMap(inside);
	} catch (error) {
		return [{ problem: problemOf(error, path) }];
	}
}

/** A zip inside a zip; one inside that is only named. */
async function openNested(
	{ path, open }: Source,
	budget: ZipBudget,
	signal: AbortSignal,
): Promise<Found[]> {
	let blob: Blob;
	try {
		blob = await open(signal);
	} catch (error) {
		return [{ problem: problemOf(error, path) }];
	}
	const inner = await unzipped(blob, path, budget);
	return inner.map((one) =>
		'source' in one && isZipName(one.source.path)
			? { problem: { code: 'zip-nested', detail: { file: one.source.path } } }
			: one,
	);
}

/**
 * What to say about a file that failed.
 * @throws the error itself when it is not about the file
 */
export function problemOf(error: unknown, path: string): Problem {
	if (error instanceof AppError)
		return { code: error.code, detail: { ...error.detail, file: path } };
	// Moved, changed or locked since it was dropped.
	const unreadable = ['NotReadableError', 'NotFoundError', 'SecurityError'];
	if (error instanceof DOMException && unreadable.includes(error.name))
		return { code: 'file-unreadable', detail: { file: path } };
	throw error;
}

/** Loose files from different folders may have one name: the second becomes `(2)/name`. */
function uniquePaths(): (path: string) => string {
	const seen = new Map<string, number>();
	return (path) => {
		const count = (seen.get(path) ?? 0) + 1;
		seen.set(path, count);
		return count === 1 ? path : `(${count})/${path}`;
	};
}
