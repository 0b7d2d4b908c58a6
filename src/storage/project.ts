import type { IDBPDatabase } from 'idb';
import { openDatabase } from './database';

/** Here records are carried, not looked into, so the schema would only be in the way. */
export const untyped = (database: unknown): IDBPDatabase => database as IDBPDatabase;

export interface StoredRecord {
	key: IDBValidKey;
	value: unknown;
}

/** Named by their content or their network: a record that is there is never another one. */
const byContent: ReadonlySet<string> = new Set(['photoBlobs', 'thumbnails', 'embeddings']);

/** Settings that belong to the project; all others are about this device and stay with it. */
const ofTheProject: ReadonlySet<IDBValidKey> = new Set([
	'taxonomyId',
	'shortcuts',
	'activeHeads',
	'headThresholds',
	'confirmedLabels',
	'suspicionVerdicts',
	'toldApart',
]);

export function travels(setting: IDBValidKey): boolean {
	return ofTheProject.has(setting);
}

/** Of names of stores, those that are part of a project: all but the place for one on its way in. */
export function kept(names: Iterable<string>): string[] {
	return [...names].filter((name) => name !== 'incoming');
}

/** Names of the stores that are part of a project. */
export async function storeNames(): Promise<string[]> {
	return kept((await openDatabase()).objectStoreNames);
}

export async function countRecords(): Promise<number> {
	const database = untyped(await openDatabase());
	const counts = await Promise.all((await storeNames()).map((name) => database.count(name)));
	return counts.reduce((sum, count) => sum + count, 0);
}

/** Up to `most` records of a store after a key, in the order of keys; `last` is where to go on, `null` at the end. */
export async function recordsAfter(
	store: string,
	after: IDBValidKey | null,
	most: number,
): Promise<{ records: StoredRecord[]; last: IDBValidKey | null }> {
	const range = after === null ? undefined : IDBKeyRange.lowerBound(after, true);
	const objects = untyped(await openDatabase()).transaction(store).store;
	const [keys, values] = await Promise.all([
		objects.getAllKeys(range, most),
		objects.getAll(range, most),
	]);
	const records = keys
		.map((key, at) => ({ key, value: values[at] }))
		.filter(({ key }) => store !== 'settings' || travels(key));
	return { records, last: keys.at(-1) ?? null };
}

/** Records that may be added beforehand without changing anything, and taken away again. */
export function isByContent(store: string): boolean {
	return byContent.has(store);
}
