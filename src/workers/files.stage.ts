import type { JobContext } from '../domain/job';
import type { Photo, Problem } from '../domain/product';
import { isAnimated } from '../formats/animation';
import { isPictureName } from '../formats/fileNames';
import { sha256 } from '../formats/sha256';
import { sniff, sniffedBytes } from '../formats/sniff';
import { importRecord, putImport, putStaged, stagedFiles } from '../storage/imports';
import { putPhotos, storedPhotoIds } from '../storage/photos';
import type { StagedFile } from '../storage/schema';
import type { DroppedFile } from './files.contract';
import { problemOf, type Source, walkDrop } from './files.sources';

/** A transaction's worth: small enough to lose without regret, large enough not to wait for the disk. */
const chunkFiles = 32;
const chunkBytes = 16 * 1024 ** 2;

/** Bytes of one file: a picture of more has more pixels than are decoded; a table of more is more than a string holds. */
const largestFile = 256 * 1024 ** 2;

interface Read {
	staged: StagedFile;
	photo: { photo: Photo; blob: Blob } | null;
	bytes: number;
}

/**
 * `FilesContract.stage`. What is reported as done is stored; a cancel keeps it, and calling again with the
 * same files goes on after it. A file that fails is a problem of its own and stops nothing.
 * @returns problems of files that belong to no card; those of pictures are on the cards that `assemble` makes
 * @throws AppError `storage-full`, `storage-unavailable`; AbortError when cancelled
 */
export async function stage(
	{ importId, files }: { importId: string; files: DroppedFile[] },
	{ signal, report }: JobContext,
): Promise<{ problems: Problem[] }> {
	const before = new Set((await stagedFiles(importId)).map(({ path }) => path));
	const problems: Problem[] = [];
	let chunk: Read[] = [];
	let total = 0;
	let walked = 0;

	async function flush(): Promise<void> {
		await store(chunk);
		chunk = [];
		await remember(importId, total, walked);
		report({ step: 'read-files', done: walked, total });
	}

	try {
		for await (const found of walkDrop(files, signal, (count) => {
			total = count;
		})) {
			signal.throwIfAborted();
			if ('problem' in found) problems.push(found.problem);
			else if (!before.has(found.source.path)) {
				const read = await readSource(importId, found.source, signal);
				if (read.staged.problem && !read.photo && !isPictureName(read.staged.path))
					problems.push(read.staged.problem);
				else chunk.push(read);
			}
			walked++;
			const bytes = chunk.reduce((sum, read) => sum + read.bytes, 0);
			if (chunk.length >= chunkFiles || bytes >= chunkBytes) await flush();
		}
	} catch (error) {
		// A full disk has refused the chunk already; anything else leaves it to be kept.
		if (signal.aborted) await flush();
		throw error;
	}
	await flush();
	return { problems };
}

async function readSource(importId: string, source: Source, signal: AbortSignal): Promise<Read> {
	const { path } = source;
	const staged = (of: Partial<StagedFile>): StagedFile => ({
		importId,
		path,
		photoId: null,
		table: null,
		problem: null,
		...of,
	});
	try {
		const blob = await source.open(signal);
		const head = new Uint8Array(await blob.slice(0, sniffedBytes).arrayBuffer());
		const sniffed = await sniff(head, path);
		const failed = (code: Problem['code'], detail = {}): Read => ({
			staged: staged({ problem: { code, detail: { ...detail, file: path } } }),
			photo: null,
			bytes: 0,
		});
		if (sniffed.kind === 'problem')
			return { staged: staged({ problem: sniffed.problem }), photo: null, bytes: 0 };
		if (sniffed.kind === 'zip')
			return failed(isPictureName(path) ? 'photo-not-a-picture' : 'file-unsupported');
		if (blob.size > largestFile)
			return failed(sniffed.kind === 'photo' ? 'photo-too-large' : 'csv-too-large', {
				megabytes: Math.round(blob.size / 1024 ** 2),
			});
		// A copy in memory: what is hashed is what is stored, even if the file changes meanwhile.
		const bytes = await blob.arrayBuffer();
		if (sniffed.kind === 'table')
			return { staged: staged({ table: new Blob([bytes]) }), photo: null, bytes: blob.size };
		const { type } = sniffed;
		const id = await sha256(bytes);
		const note: Problem | null = (await isAnimated(bytes, type))
			? { code: 'note-first-frame', detail: { file: path } }
			: null;
		const photo: Photo = { id, type, bytes: blob.size, width: 0, height: 0, problem: null };
		return {
			staged: staged({ photoId: id, problem: note }),
			photo: { photo, blob: new Blob([bytes], { type }) },
			bytes: blob.size,
		};
	} catch (error) {
		if (signal.aborted) throw error;
		return { staged: staged({ problem: problemOf(error, path) }), photo: null, bytes: 0 };
	}
}

/** Photos first: a staged file never names a photo that is not there. The same bytes are written once. */
async function store(chunk: Read[]): Promise<void> {
	if (chunk.length === 0) return;
	const photos = new Map(chunk.flatMap(({ photo }) => (photo ? [[photo.photo.id, photo]] : [])));
	const stored = await storedPhotoIds([...photos.keys()]);
	const fresh = [...photos.values()].filter(({ photo }) => !stored.has(photo.id));
	if (fresh.length > 0) await putPhotos(fresh);
	await putStaged(chunk.map(({ staged }) => staged));
}

async function remember(importId: string, filesSeen: number, filesStored: number): Promise<void> {
	const record = await importRecord(importId);
	await putImport({
		...record,
		id: importId,
		startedAt: record?.startedAt ?? Date.now(),
		phase: record?.phase ?? 'reading',
		filesSeen,
		filesStored,
	});
}
