import { openDatabase, writing } from './database';
import type { StoredTaxonomy } from './schema';

/** Taxonomies the user brought or pasted. */
export async function ownTaxonomies(): Promise<StoredTaxonomy[]> {
	return (await openDatabase()).getAll('taxonomies');
}

export async function ownTaxonomy(id: string): Promise<StoredTaxonomy | undefined> {
	return (await openDatabase()).get('taxonomies', id);
}

export async function putTaxonomy(stored: StoredTaxonomy): Promise<void> {
	await writing((database) => database.put('taxonomies', stored));
}

/** The list and what was decided in it, in one transaction. */
export async function deleteTaxonomy(id: string): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['taxonomies', 'decisions'], 'readwrite');
		await Promise.all([
			transaction.objectStore('taxonomies').delete(id),
			transaction.objectStore('decisions').delete(IDBKeyRange.bound([id], [id, []])),
			transaction.done,
		]);
	});
}
