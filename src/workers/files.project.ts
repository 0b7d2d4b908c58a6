import type { JobContext } from '../domain/job';
import {
	encodePiece,
	type ProjectPiece,
	projectPieces,
	projectStart,
} from '../formats/projectFile';
import { assertRecords } from '../formats/projectRecords';
import {
	addRecords,
	countRecords,
	deleteRecords,
	isByContent,
	recordsAfter,
	replaceProject,
	type StoredRecord,
	storeNames,
} from '../storage/project';

/** Records in memory at a time; of photos fewer, as each may have megabytes. */
const recordsAtOnce = 200;
const photosAtOnce = 8;

/** Workers have it in every browser; the DOM's types do not. */
interface SyncHandle {
	createSyncAccessHandle(): Promise<{
		truncate(size: number): void;
		write(bytes: Uint8Array, options: { at: number }): number;
		flush(): void;
		close(): void;
	}>;
}

/** `FilesContract.exportProject`. Written piece by piece into a file that only this site sees. */
export async function exportProject(
	{ name }: { name: string },
	{ signal, report }: JobContext,
): Promise<File> {
	const folder = await navigator.storage.getDirectory();
	const handle = await folder.getFileHandle(name, { create: true });
	const access = await (handle as unknown as SyncHandle).createSyncAccessHandle();
	try {
		access.truncate(0);
		let end = access.write(projectStart(), { at: 0 });
		const write = async (piece: ProjectPiece): Promise<void> => {
			const bytes = new Uint8Array(await (await encodePiece(piece)).arrayBuffer());
			end += access.write(bytes, { at: end });
		};
		const total = await countRecords();
		let written = 0;
		for (const store of await storeNames()) {
			const most = store === 'photoBlobs' ? photosAtOnce : recordsAtOnce;
			let last: IDBValidKey | null = null;
			for (;;) {
				signal.throwIfAborted();
				const records: StoredRecord[] = await recordsAfter(store, last, most);
				if (records.length === 0) break;
				await write({ store, records });
				written += records.length;
				last = records.at(-1)?.key ?? null;
				report({ step: 'export', done: written, total });
			}
		}
		await write({ store: '', records: [], total: written });
		access.flush();
	} catch (error) {
		access.close();
		await folder.removeEntry(name);
		throw error;
	}
	access.close();
	return handle.getFile();
}

/**
 * `FilesContract.importProject`. The whole file is checked before anything is stored; then what is named by its
 * content is added, which changes nothing that is there; then one transaction swaps the rest. Whatever fails on the
 * way, what was there before is there after.
 */
export async function importProject(
	{ file }: { file: Blob },
	{ signal, report }: JobContext,
): Promise<void> {
	const records = new Map<string, StoredRecord[]>();
	const kept = new Map<string, Set<string>>();
	for await (const { piece, at } of projectPieces(file)) {
		signal.throwIfAborted();
		assertRecords(piece);
		if (isByContent(piece.store)) {
			const keys = kept.get(piece.store) ?? new Set<string>();
			for (const { key } of piece.records) keys.add(JSON.stringify(key));
			kept.set(piece.store, keys);
		} else records.set(piece.store, [...(records.get(piece.store) ?? []), ...piece.records]);
		report({ step: 'read-files', done: Math.round(at / 2e6), total: Math.round(file.size / 1e6) });
	}
	const added: [store: string, keys: IDBValidKey[]][] = [];
	try {
		for await (const { piece, at } of projectPieces(file)) {
			signal.throwIfAborted();
			if (isByContent(piece.store))
				added.push([piece.store, await addRecords(piece.store, piece.records)]);
			const done = Math.round((file.size + at) / 2e6);
			report({ step: 'read-files', done, total: Math.round(file.size / 1e6) });
		}
		await replaceProject(records, kept);
	} catch (error) {
		for (const [store, keys] of added) await deleteRecords(store, keys);
		throw error;
	}
}
