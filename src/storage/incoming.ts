import type { IDBPTransaction } from 'idb';
import { openDatabase, writing } from './database';
import { isByContent, kept, type StoredRecord, travels, untyped } from './project';

/*
 * A project on its way in. What is named by its content is added to its store at once, which changes nothing that is
 * there, and written down; everything else waits in `incoming`. Then one transaction makes it what is stored. Until
 * that has ended, `forgetIncoming` leaves everything as it was: after a failure, and at the next visit when the tab
 * was closed.
 */

type Write = IDBPTransaction<unknown, string[], 'readwrite'>;

/** What one piece of a project has put down. */
export interface Incoming {
	store: string;
	/** Waiting to be written there. */
	records: StoredRecord[];
	/** Keys of what was added there already, and was not there before. */
	added: IDBValidKey[];
}

/** Takes a piece in. @throws AppError `storage-full` */
export async function putIncoming(store: string, records: StoredRecord[]): Promise<void> {
	await writing(async (database) => {
		const names = isByContent(store) ? [store, 'incoming'] : ['incoming'];
		const transaction = untyped(database).transaction(names, 'readwrite');
		const incoming = transaction.objectStore('incoming');
		if (!isByContent(store)) {
			await Promise.all([
				incoming.add({ store, records, added: [] } satisfies Incoming),
				transaction.done,
			]);
			return;
		}
		const objects = transaction.objectStore(store);
		const known = await Promise.all(records.map(({ key }) => objects.getKey(key)));
		const fresh = records.filter((_, at) => known[at] === undefined);
		const added = fresh.map(({ key }) => key);
		await Promise.all([
			incoming.add({ store, records: [], added } satisfies Incoming),
			...fresh.map((record) => put(objects, record)),
			transaction.done,
		]);
	});
}

/** Takes everything back that came in. */
export async function forgetIncoming(): Promise<void> {
	const database = untyped(await openDatabase());
	if ((await database.count('incoming')) === 0) return;
	const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
	await eachIncoming(transaction, async ({ store, added }) => {
		const objects = transaction.objectStore(store);
		await Promise.all(added.map((key) => objects.delete(key)));
	});
	await transaction.objectStore('incoming').clear();
	await transaction.done;
}

/**
 * Makes what came in all that is stored, in one transaction.
 * @param inProject keys of what is named by its content, by store, as JSON; the rest of it goes
 */
export async function replaceByIncoming(
	inProject: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
	await inOne(async (transaction) => {
		for (const name of kept(transaction.objectStoreNames)) {
			const objects = transaction.objectStore(name);
			if (isByContent(name)) {
				const keys = await objects.getAllKeys();
				const gone = keys.filter((key) => !inProject.get(name)?.has(JSON.stringify(key)));
				await Promise.all(gone.map((key) => objects.delete(key)));
			} else if (name === 'settings') {
				const keys = await objects.getAllKeys();
				await Promise.all(keys.filter(travels).map((key) => objects.delete(key)));
			} else await objects.clear();
		}
		await eachIncoming(transaction, async ({ store, records }) => {
			const objects = transaction.objectStore(store);
			await Promise.all(records.map((record) => put(objects, record)));
		});
	});
}

/**
 * Adds what came in to what is stored, in one transaction. Where both have something to say (a product, its label in
 * a field, a field's split, a setting) what is here stays. Added products stand behind those that are here.
 */
export async function mergeIncoming(): Promise<void> {
	await inOne(async (transaction) => {
		const products = transaction.objectStore('products');
		const last = await products.index('order').openKeyCursor(null, 'prev');
		const behind = last ? Number(last.key) + 1 : 0;
		await eachIncoming(transaction, async ({ store, records }) => {
			const objects = transaction.objectStore(store);
			for (const record of records) {
				const { key, value } = record;
				const here: unknown = await objects.get(key);
				if (here === undefined)
					await put(objects, {
						key,
						value: store === 'products' ? movedBehind(value, behind) : value,
					});
				// The heads that Sort uses, and their thresholds: both keep theirs.
				else if (store === 'settings' && typeof value === 'object' && typeof here === 'object')
					await put(objects, { key, value: { ...value, ...here } });
			}
		});
	});
}

function movedBehind(product: unknown, by: number): unknown {
	const { order } = product as { order: number };
	return { ...(product as object), order: order + by };
}

async function inOne(work: (transaction: Write) => Promise<void>): Promise<void> {
	await writing(async (database) => {
		const names = [...database.objectStoreNames];
		const transaction = untyped(database).transaction(names, 'readwrite');
		await work(transaction);
		await transaction.objectStore('incoming').clear();
		await transaction.done;
	});
}

/** Piece by piece, so that memory does not grow with the project. */
async function eachIncoming(
	transaction: Write,
	work: (incoming: Incoming) => Promise<void>,
): Promise<void> {
	let cursor = await transaction.objectStore('incoming').openCursor();
	while (cursor) {
		await work(cursor.value as Incoming);
		cursor = await cursor.continue();
	}
}

function put(
	objects: { keyPath: unknown; put(value: unknown, key?: IDBValidKey): Promise<unknown> },
	{ key, value }: StoredRecord,
): Promise<unknown> {
	return objects.keyPath === null ? objects.put(value, key) : objects.put(value);
}
