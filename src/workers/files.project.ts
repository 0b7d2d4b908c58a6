import type { FileTarget } from '../domain/fileTarget';
import type { JobContext } from '../domain/job';
import {
	encodePiece,
	type ProjectPiece,
	projectPieces,
	projectStart,
} from '../formats/projectFile';
import { assertRecords } from '../formats/projectRecords';
import { forgetIncoming, mergeIncoming, putIncoming, replaceByIncoming } from '../storage/incoming';
import { openOutput } from '../storage/outputFile';
import {
	countRecords,
	isByContent,
	recordsAfter,
	type StoredRecord,
	storeNames,
	travels,
} from '../storage/project';

/** Records of a store in memory at a time; of what may have megabytes each, fewer. */
const recordsAtOnce = 200;
const fewAtOnce: Record<string, number> = {
	photoBlobs: 8,
	heads: 1,
	labRuns: 1,
	taxonomies: 1,
	reports: 1,
};

/** Records of more together are not put into one piece. */
const bytesAtOnce = 16 * 1024 ** 2;

/** `FilesContract.exportProject`. Written piece by piece: memory does not grow with the project. */
export async function exportProject(
	{ target }: { target: FileTarget },
	{ signal, report }: JobContext,
): Promise<File | null> {
	const output = await openOutput(target);
	try {
		const write = async (piece: ProjectPiece): Promise<void> => {
			for (const bytes of await encodePiece(piece)) await output.write(bytes);
		};
		await output.write(projectStart());
		const total = await countRecords();
		let written = 0;
		for (const store of await storeNames()) {
			const most = fewAtOnce[store] ?? recordsAtOnce;
			let last: IDBValidKey | null = null;
			for (;;) {
				signal.throwIfAborted();
				const found = await recordsAfter(store, last, most);
				if (found.last === null) break;
				last = found.last;
				for (const records of bySize(found.records)) {
					await write({ store, records });
					written += records.length;
				}
				report({ step: 'export', done: written, total });
			}
		}
		await write({ store: '', records: [], total: written });
		return await output.finish();
	} catch (error) {
		await output.abandon();
		throw error;
	}
}

/** Records in their order, parted where they would be too much at once. */
function* bySize(records: StoredRecord[]): Generator<StoredRecord[]> {
	let group: StoredRecord[] = [];
	let bytes = 0;
	for (const record of records) {
		const size = weight(record.value);
		if (group.length > 0 && bytes + size > bytesAtOnce) {
			yield group;
			group = [];
			bytes = 0;
		}
		group.push(record);
		bytes += size;
	}
	if (group.length > 0) yield group;
}

/** Bytes of the files, arrays and texts in a record: near enough. */
function weight(value: unknown): number {
	if (value instanceof Blob) return value.size;
	if (ArrayBuffer.isView(value)) return value.byteLength;
	if (typeof value === 'string') return value.length;
	if (value === null || typeof value !== 'object') return 0;
	return Object.values(value).reduce((sum: number, part) => sum + weight(part), 0);
}

/**
 * `FilesContract.importProject`. The whole file is checked before anything is stored; then it is taken in beside what
 * is there; then one transaction replaces that or adds to it. Whatever fails on the way, what was there before is
 * there after. A piece of the file at a time is in memory.
 */
export async function importProject(
	{ file, onto }: { file: Blob; onto: 'replace' | 'merge' },
	{ signal, report }: JobContext,
): Promise<void> {
	const keys = new Map<string, Set<string>>();
	const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
	/** Each half of the work goes once through the file. */
	const reported = (half: 0 | 1, at: number): void =>
		report({
			step: 'read-files',
			done: megabytes((half * file.size + at) / 2),
			total: megabytes(file.size),
		});
	for await (const { piece, at } of projectPieces(file)) {
		signal.throwIfAborted();
		await assertRecords(piece);
		const known = keys.get(piece.store) ?? new Set<string>();
		if (isByContent(piece.store))
			for (const { key } of piece.records) known.add(JSON.stringify(key));
		keys.set(piece.store, known);
		reported(0, at);
	}
	await forgetIncoming();
	try {
		for await (const { piece, at } of projectPieces(file)) {
			signal.throwIfAborted();
			const records = piece.records.filter(({ key }) => piece.store !== 'settings' || travels(key));
			await putIncoming(piece.store, records);
			reported(1, at);
		}
		signal.throwIfAborted();
		if (onto === 'merge') await mergeIncoming();
		else await replaceByIncoming(keys);
	} catch (error) {
		await forgetIncoming();
		throw error;
	}
}
