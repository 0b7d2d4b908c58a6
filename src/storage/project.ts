import type { IDBPDatabase } from 'idb';
import { openDatabase, writing } from './database';

/** Here records are carried, not looked into, so the schema would only be in the way. */
const untyped = (database: unknown): IDBPDatabase => database as IDBPDatabase;

export interface StoredRecord {
	key: IDBValidKey;
	value: unknown;
}

/** Named by their content or their network: a record that is there is never another one. */
const byContent: ReadonlySet<string> = new Set(['photoBlobs', 'thumbnails', 'embeddings']);

/** Settings that are about this device and stay with it. */
const ofTheDevice: ReadonlySet<IDBValidKey> = new Set(['backends']);

/** Names of all stores. */
export async function storeNames(): Promise<string[]> {
	return [...(await openDatabase()).objectStoreNames];
}

export async function countRecords(): Promise<number> {
	const database = await openDatabase();
	const counts = await Promise.all(
		[...database.objectStoreNames].map((name) => database.count(name)),
	);
	return counts.reduce((sum, count) => sum + count, 0);
}

/** Up to `most` records of a store after a key, in the order of keys. */
export async function recordsAfter(
	store: string,
	after: IDBValidKey | null,
	most: number,
): Promise<StoredRecord[]> {
	const range = after === null ? undefined : IDBKeyRange.lowerBound(after, true);
	const objects = untyped(await openDatabase()).transaction(store).store;
	const [keys, values] = await Promise.all([
		objects.getAllKeys(range, most),
		objects.getAll(range, most),
	]);
	return keys
		.map((key, at) => ({ key: key, value: values[at] }))
		.filter(({ key }) => store !== 'settings' || !ofTheDevice.has(key));
}

/** Records that may be added beforehand without changing anything, and taken away again. */
export function isByContent(store: string): boolean {
	return byContent.has(store);
}

/** Adds what is not there yet. @returns the keys that were added */
export async function addRecords(store: string, records: StoredRecord[]): Promise<IDBValidKey[]> {
	return writing(async (database) => {
		const transaction = untyped(database).transaction(store, 'readwrite');
		const objects = transaction.store;
		const known = await Promise.all(records.map(({ key }) => objects.getKey(key)));
		const fresh = records.filter((_, at) => known[at] === undefined);
		await Promise.all([...fresh.map((record) => put(objects, record)), transaction.done]);
		return fresh.map(({ key }) => key);
	});
}

export async function deleteRecords(store: string, keys: IDBValidKey[]): Promise<void> {
	const transaction = untyped(await openDatabase()).transaction(store, 'readwrite');
	await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
}

/**
 * Makes a project what is stored, in one transaction: all or nothing. The stores named by content lose what the
 * project does not have, all others are emptied and filled anew.
 */
export async function replaceProject(
	records: ReadonlyMap<string, StoredRecord[]>,
	kept: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
	await writing(async (database) => {
		const names = [...database.objectStoreNames];
		const transaction = untyped(database).transaction(names, 'readwrite');
		const work = names.map(async (name) => {
			const objects = transaction.objectStore(name);
			if (byContent.has(name)) {
				const keep = kept.get(name);
				const keys = await objects.getAllKeys();
				const gone = keys.filter((key) => !keep?.has(JSON.stringify(key)));
				await Promise.all(gone.map((key) => objects.delete(key)));
				return;
			}
			if (name === 'settings') {
				const keys = await objects.getAllKeys();
				const gone = keys.filter((key) => !ofTheDevice.has(key));
				await Promise.all(gone.map((key) => objects.delete(key)));
			} else await objects.clear();
			await Promise.all((records.get(name) ?? []).map((record) => put(objects, record)));
		});
		await Promise.all([...work, transaction.done]);
	});
}

function put(
	objects: { keyPath: unknown; put(value: unknown, key?: IDBValidKey): Promise<unknown> },
	{ key, value }: StoredRecord,
): Promise<unknown> {
	return objects.keyPath === null ? objects.put(value, key) : objects.put(value);
}
