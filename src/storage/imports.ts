import type { ImportRecord } from '../domain/product';
import { openDatabase, writing } from './database';
import type { StagedFile } from './schema';

/** Imports that were cut off: the tab was closed or the browser ended. */
export async function unfinishedImports(): Promise<ImportRecord[]> {
	const all = await (await openDatabase()).getAll('imports');
	return all.filter((record) => record.phase !== 'done');
}

export async function importRecord(id: string): Promise<ImportRecord | undefined> {
	return (await openDatabase()).get('imports', id);
}

export async function putImport(record: ImportRecord): Promise<void> {
	await writing((database) => database.put('imports', record));
}

/** Stores staged files in one transaction. */
export async function putStaged(files: StagedFile[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('staged', 'readwrite');
		await Promise.all([...files.map((file) => transaction.store.put(file)), transaction.done]);
	});
}

export async function stagedFiles(importId: string): Promise<StagedFile[]> {
	return (await openDatabase()).getAllFromIndex('staged', 'importId', importId);
}

/** Forgets what was staged, once its products are stored. */
export async function clearStaged(importId: string): Promise<void> {
	await writing((database) =>
		database.delete('staged', IDBKeyRange.bound([importId], [importId, []])),
	);
}
