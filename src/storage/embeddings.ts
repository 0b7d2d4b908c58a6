import type { EmbeddingRow } from '../domain/embedding';
import { openDatabase, writing } from './database';

/** Stores rows in one transaction: all or none. */
export async function putEmbeddings(rows: EmbeddingRow[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('embeddings', 'readwrite');
		await Promise.all([...rows.map((row) => transaction.store.put(row)), transaction.done]);
	});
}

/** The rows of a set for the given items, in their order; `undefined` where there is none. */
export async function embeddings(
	set: string,
	items: string[],
): Promise<(Float32Array | undefined)[]> {
	const database = await openDatabase();
	const store = database.transaction('embeddings').store;
	const rows = await Promise.all(items.map((item) => store.get([set, item])));
	return rows.map((row) => row?.vector);
}

/** All rows of a set. */
export function setRange(set: string): IDBKeyRange {
	return IDBKeyRange.bound([set], [set, []]);
}

/** Which items have a row in this set. */
export async function embeddedItems(set: string): Promise<Set<string>> {
	const database = await openDatabase();
	const keys = await database.getAllKeys('embeddings', setRange(set));
	return new Set(keys.map(([, item]) => item));
}
