import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unattended } from '../../src/domain/job';
import { encodePiece, type ProjectPiece, projectStart } from '../../src/formats/projectFile';
import { projectStores } from '../../src/formats/projectRecords';
import { openDatabase } from '../../src/storage/database';
import { deleteEverything } from '../../src/storage/everything';
import { forgetIncoming } from '../../src/storage/incoming';
import { clearOutputs } from '../../src/storage/outputFile';
import { storeNames } from '../../src/storage/project';
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
	await database.put('settings', { f: 'theirs', g: 'theirs' }, 'activeHeads');
}

async function save(picked: FileSystemFileHandle | null = null): Promise<File> {
	const target = { name: 'test.aisle', picked };
	const file = await worker.remote.exportProject({ target }, unattended);
	return file ?? (picked ?? fail()).getFile();
}

function fail(): never {
	throw new Error('no file');
}

const open = (file: Blob, onto: 'replace' | 'merge' = 'replace') =>
	worker.remote.importProject({ file, onto }, unattended);

beforeEach(deleteEverything);
afterEach(async () => {
	await deleteEverything();
	await clearOutputs();
});

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

	it('has a place for every store', async () => {
		expect([...projectStores].sort()).toEqual((await storeNames()).sort());
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

	it('is written into a place that was picked, too', async () => {
		await fill();
		const before = await everything();
		const root = await navigator.storage.getDirectory();
		const picked = await root.getFileHandle('picked.aisle', { create: true });
		const file = await save(picked);
		await deleteEverything();
		await open(file);
		expect(await everything()).toEqual(before);
		await root.removeEntry('picked.aisle');
	});

	it('added to what is here comes behind it, and changes nothing of it', async () => {
		await fill();
		const theirs = await everything();
		const file = await save();
		await deleteEverything();
		await importing('boots/b.png', '#200');
		const database = await openDatabase();
		const [mine] = await database.getAll('products');
		await database.put('settings', 'google', 'taxonomyId');
		await database.put('settings', { f: 'mine' }, 'activeHeads');
		await open(file, 'merge');
		const now = await everything();
		expect(now.products?.map((record) => (record as unknown[])[1])).toEqual(
			expect.arrayContaining([
				mine,
				...(theirs.products ?? []).map((record) => {
					const [, product] = record as [string, { order: number }];
					return { ...product, order: product.order + 1 };
				}),
			]),
		);
		expect(now.products).toHaveLength(1 + (theirs.products?.length ?? 0));
		expect(now.labels).toEqual(theirs.labels);
		expect(now.splits).toEqual(theirs.splits);
		expect(now.photoBlobs).toHaveLength(2);
		expect(now.settings).toEqual(
			expect.arrayContaining([
				['taxonomyId', 'google', ''],
				['activeHeads', { f: 'mine', g: 'theirs' }, ''],
			]),
		);
		// Again, it adds nothing.
		await open(file, 'merge');
		expect(await everything()).toEqual(now);
	});

	it('with a record that does not fit changes nothing', async () => {
		await fill();
		const [photoId = ''] =
			(await everything()).photoBlobs?.map((record) => (record as string[])[0]) ?? [];
		const before = await everything();
		const bad: ProjectPiece[] = [
			{ store: 'photoBlobs', records: [{ key: photoId, value: new Blob(['another picture']) }] },
			{ store: 'products', records: [{ key: 'a', value: { id: 'b' } }] },
			{ store: 'incoming', records: [{ key: 'a', value: {} }] },
			{ store: '__proto__', records: [{ key: 'a', value: {} }] },
			{ store: 'settings', records: [{ key: 'taxonomyId', value: 5 }] },
			{
				store: 'embeddings',
				records: [{ key: ['s', 'i'], value: { set: 's', item: 'i', vector: Int32Array.of(1) } }],
			},
			{ store: 'taxonomies', records: [{ key: 'own-1', value: endless }] },
			{ store: 'heads', records: [{ key: 'h', value: wideHead }] },
		];
		for (const piece of bad)
			await expect(open(await projectOf([piece]))).rejects.toMatchObject({
				code: 'project-damaged',
				detail: { reason: piece.store },
			});
		// Settings of other devices are left where they are, and a whole one without records is a project.
		expect(await everything()).toEqual(before);
		await open(await projectOf([{ store: 'settings', records: [{ key: 'backends', value: {} }] }]));
		expect((await everything()).settings).toEqual([]);
	});

	it('is in wholly or not at all when its tab is killed, whenever that happens', {
		timeout: 120_000,
	}, async () => {
		for (let i = 0; i < 60; i++) await importing(`many/${1000 + i}.png`, `rgb(0 ${i} 9)`);
		const database = await openDatabase();
		for (let i = 0; i < 2000; i++)
			await database.put('embeddings', { set: 's', item: `${i}`, vector: new Float32Array(2048) });
		const theirs = await everything();
		const file = await save();
		await deleteEverything();
		await fill();
		const before = await everything();
		const inIt: number[] = [];
		for (const milliseconds of [50, 100, 200, 300, 400, 600, 800, 1200, 1800, 2700]) {
			const doomed = filesWorker();
			const death = setTimeout(() => doomed.terminate('killed'), milliseconds);
			await doomed.remote.importProject({ file, onto: 'replace' }, unattended).catch(() => {});
			clearTimeout(death);
			doomed.terminate('over');
			inIt.push(await database.count('incoming'));
			// What the next visit does first.
			await forgetIncoming();
			const now = await everything();
			if (now.products?.length === theirs.products?.length) {
				expect(now).toEqual(theirs);
				break;
			}
			expect(now).toEqual(before);
		}
		// Some died with a part of the project taken in.
		expect(Math.max(...inIt)).toBeGreaterThan(0);
	});
});

async function importing(path: string, colour: string): Promise<void> {
	const importId = crypto.randomUUID();
	const files = [{ path, file: new File([await flat(colour)], 'x.png') }];
	await filesTasks.stage({ importId, files }, unattended);
	await filesTasks.assemble({ importId }, unattended);
}

/** A file with all its checksums right, whatever is in it. */
async function projectOf(pieces: ProjectPiece[]): Promise<Blob> {
	const total = pieces.reduce((sum, { records }) => sum + records.length, 0);
	const parts: BlobPart[] = [projectStart()];
	for (const piece of [...pieces, { store: '', records: [], total }])
		parts.push(...(await encodePiece(piece)));
	return new Blob(parts);
}

/** A list of categories in which one is above itself. */
const endless = {
	id: 'own-1',
	taxonomy: { id: 'own-1', name: 'x', categories: [{ id: '1', name: 'a', parent: 0 }] },
	vectors: new Uint8Array(1),
	senses: new Uint16Array(1),
	photoMatrix: new Uint8Array(1),
};

/** A head whose weights are fewer than it says. */
const wideHead = {
	id: 'h',
	field: 'f',
	name: 'h',
	version: 1,
	createdAt: 1,
	curve: [],
	heldOut: {},
	seen: [],
	specification: { kind: 'softmax', augmentations: [] },
	model: {
		labels: ['a', 'b'],
		inputs: [{ dimensions: 2 }],
		views: [],
		standardisation: { mean: new Float32Array(2), scale: new Float32Array(2) },
		parameters: {
			kind: 'layers',
			output: 'linear',
			layers: [{ inputs: 2, outputs: 2, weights: new Float32Array(3), bias: new Float32Array(2) }],
		},
		temperature: 1,
	},
};
