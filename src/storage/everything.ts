import type { StoredCounts } from '../domain/storedCounts';
import { openDatabase, writing } from './database';

export async function storedCounts(): Promise<StoredCounts> {
	const database = await openDatabase();
	const [products, photos, decisions, taxonomies, labels, heads, estimate] = await Promise.all([
		database.count('products'),
		database.count('photos'),
		database.count('decisions'),
		database.count('taxonomies'),
		database.count('labels'),
		database.count('heads'),
		navigator.storage.estimate(),
	]);
	return { products, photos, decisions, taxonomies, labels, heads, bytes: estimate.usage ?? 0 };
}

/** Empties every store. */
export async function deleteEverything(): Promise<void> {
	await writing(async (database) => {
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names, 'readwrite');
		await Promise.all([
			...names.map((name) => transaction.objectStore(name).clear()),
			transaction.done,
		]);
	});
}
