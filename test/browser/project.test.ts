import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unattended } from '../../src/domain/job';
import { openDatabase } from '../../src/storage/database';
import { deleteEverything } from '../../src/storage/everything';
import { filesWorker } from '../../src/workers/files';
import { filesTasks } from '../../src/workers/files.tasks';
import { flat } from '../fixtures/pictures';

const worker = filesWorker();

async function everything(): Promise<Record<string, unknown[]>> {
	const database = await openDatabase();
	const found: Record<string, unknown[]> = {};
	for (const name of database.objectStoreNames) {
		const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
		found[name] = await Promise.all(
			keys.map(async (key, at) => {
				const value: unknown = values[at];
				const bytes = value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : value;
				return [key, bytes, value instanceof Blob ? value.type : ''];
			}),
		);
	}
	return found;
}

async function fill(): Promise<void> {
	const files = [
		{ path: 'shoes/a.png', file: new File([await flat('#100')], 'a.png') },
		{
			path: 'shop.csv',
			file: new File(['photo,title,$array,object\na.png,Shoe,f32,x\n'], 'shop.csv'),
		},
	];
	await filesTasks.stage({ importId: 'i', files }, unattended);
	await filesTasks.assemble({ importId: 'i' }, unattended);
	const database = await openDatabase();
	const [product] = await database.getAll('products');
	const id = product?.id ?? '';
	await database.put('thumbnails', new Blob(['small'], { type: 'image/webp' }), 'photo');
	await database.put('embeddings', {
		set: 's',
		item: 'photo',
		vector: Float32Array.of(1 / 3, -0, Number.MIN_VALUE, 3e38),
	});
	await database.put('labels', { field: 'f', productId: id, label: 'A > B', by: 'grid', at: 1 });
	await database.put('splits', {
		field: 'f',
		createdAt: 1,
		origin: 'drawn',
		seed: 1,
		parts: new Map([[id, 'train' as const]]),
		tooSmall: [],
		parted: [['x']],
	});
	await database.put('taxonomies', {
		id: 'own-1',
		taxonomy: { id: 'own-1', name: 'Mine', categories: [{ id: '1', name: 'A', parent: -1 }] },
		vectors: Uint8Array.of(1, 2, 3),
		senses: Uint16Array.of(65535, 7),
		photoMatrix: new Uint8Array(0),
		addedAt: 1,
	});
	await database.put('settings', 'own-1', 'taxonomyId');
}

const save = () => worker.remote.exportProject({ name: 'test.aisle' }, unattended);
const open = (file: Blob) => worker.remote.importProject({ file }, unattended);

beforeEach(deleteEverything);
afterEach(deleteEverything);

describe('a project in a file', () => {
	it('comes back complete, byte for byte', async () => {
		await fill();
		const before = await everything();
		const file = await save();
		await deleteEverything();
		await open(file);
		expect(await everything()).toEqual(before);
		expect(before.embeddings).toHaveLength(1);
	});

	it('replaces what is there', async () => {
		await fill();
		const before = await everything();
		const file = await save();
		const database = await openDatabase();
		await database.put('settings', 'google', 'taxonomyId');
		await database.put('embeddings', { set: 's', item: 'other', vector: Float32Array.of(1) });
		await database.put('labels', { field: 'g', productId: 'p', label: 'x', by: 'grid', at: 2 });
		await open(file);
		expect(await everything()).toEqual(before);
	});

	it('changes nothing when it is cut short, altered, newer or something else', async () => {
		await fill();
		const file = await save();
		const bytes = new Uint8Array(await file.arrayBuffer());
		const database = await openDatabase();
		await database.put('settings', 'google', 'taxonomyId');
		const before = await everything();
		const altered = bytes.slice();
		const middle = altered.length >> 1;
		altered[middle] = (altered[middle] ?? 0) ^ 1;
		for (const bad of [bytes.slice(0, -1), bytes.slice(0, bytes.length >> 1), altered, 'PK'])
			await expect(open(new Blob([bad]))).rejects.toMatchObject({ code: 'project-damaged' });
		await expect(open(new Blob(['aisle-project 2\n']))).rejects.toMatchObject({
			code: 'project-newer-version',
		});
		expect(await everything()).toEqual(before);
	});
});
