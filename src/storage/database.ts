import { type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { AppError } from '../domain/errors';
import type { AisleSchema, Database } from './schema';

const databaseName = 'aisle';

/** One step per version; a step is never changed once released, only followed by another. */
type Migration = (
	database: Database,
	transaction: IDBPTransaction<AisleSchema, StoreNames<AisleSchema>[], 'versionchange'>,
) => void;

const migrations: Migration[] = [
	function toVersion1(database) {
		const products = database.createObjectStore('products', { keyPath: 'id' });
		products.createIndex('order', 'order');
		products.createIndex('importId', 'importId');
		database.createObjectStore('photos', { keyPath: 'id' });
		database.createObjectStore('photoBlobs');
		database.createObjectStore('thumbnails');
		database.createObjectStore('embeddings', { keyPath: ['set', 'item'] });
		const decisions = database.createObjectStore('decisions', {
			keyPath: ['taxonomyId', 'productId'],
		});
		decisions.createIndex('productId', 'productId');
		database.createObjectStore('imports', { keyPath: 'id' });
		const staged = database.createObjectStore('staged', { keyPath: ['importId', 'path'] });
		staged.createIndex('importId', 'importId');
		database.createObjectStore('taxonomies', { keyPath: 'id' });
		const labels = database.createObjectStore('labels', { keyPath: ['field', 'productId'] });
		labels.createIndex('productId', 'productId');
		database.createObjectStore('splits', { keyPath: 'field' });
		const heads = database.createObjectStore('heads', { keyPath: 'id' });
		heads.createIndex('field', 'field');
		database.createObjectStore('reports', { keyPath: 'headId' });
		database.createObjectStore('settings');
	},
	function toVersion2(database) {
		database.createObjectStore('incoming', { autoIncrement: true });
	},
	function toVersion3(database) {
		const runs = database.createObjectStore('labRuns', { keyPath: 'id' });
		runs.createIndex('field', 'field');
	},
];

let opening: Promise<Database> | null = null;

/**
 * The realm's one connection (page and workers each have their own).
 * @throws AppError `storage-unavailable` (private mode, blocked), `storage-newer-version` (an older tab of the app)
 */
export function openDatabase(): Promise<Database> {
	opening ??= openDB<AisleSchema>(databaseName, migrations.length, {
		upgrade(database, oldVersion, _newVersion, transaction) {
			for (const migrate of migrations.slice(oldVersion)) migrate(database, transaction);
		},
		// A newer tab wants to upgrade: let it, this one re-opens when next used.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			opening = null;
		},
		terminated() {
			opening = null;
		},
	}).catch((error: unknown) => {
		opening = null;
		const newer = error instanceof DOMException && error.name === 'VersionError';
		throw new AppError(
			newer ? 'storage-newer-version' : 'storage-unavailable',
			{},
			{ cause: error },
		);
	});
	return opening;
}

/**
 * Runs a write and names a full disk as such, so that it is a state with a way out.
 * @throws AppError `storage-full`; other errors as they are
 */
export async function writing<T>(write: (database: Database) => Promise<T>): Promise<T> {
	const database = await openDatabase();
	try {
		return await write(database);
	} catch (error) {
		if (error instanceof DOMException && error.name === 'QuotaExceededError')
			throw new AppError('storage-full', {}, { cause: error });
		throw error;
	}
}
