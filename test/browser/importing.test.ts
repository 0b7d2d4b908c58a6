import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelAssignment, LabelChange } from '../../src/domain/field';
import { type JobContext, type Progress, unattended } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import { exportLabels } from '../../src/jobs/exportLabels';
import { deleteEverything } from '../../src/storage/everything';
import { importRecord, stagedFiles } from '../../src/storage/imports';
import { allLabels, writeLabels } from '../../src/storage/labels';
import { allPhotos, photo, thumbnail } from '../../src/storage/photos';
import { allProducts } from '../../src/storage/products';
import { filesWorker } from '../../src/workers/files';
import type { DroppedFile, ImportSummary } from '../../src/workers/files.contract';
import { filesTasks } from '../../src/workers/files.tasks';
import { animatedGif, flat, heicHeader } from '../fixtures/pictures';
import { zipOf } from '../fixtures/zips';

const labelled = (field: string, productId = '', label = ''): LabelChange => ({
	field,
	productId,
	label: { field, productId, label, by: 'grid', at: 1 },
});

type Content = Uint8Array<ArrayBuffer> | string | Blob;

function dropped(files: Record<string, Content>): DroppedFile[] {
	return Object.entries(files).map(([path, content]) => ({
		path,
		file: new File([content], path.split('/').at(-1) ?? path),
	}));
}

async function importing(
	files: Record<string, Content> | DroppedFile[],
	importId = crypto.randomUUID(),
): Promise<ImportSummary> {
	const list = Array.isArray(files) ? files : dropped(files);
	const { problems } = await filesTasks.stage({ importId, files: list }, unattended);
	const summary = await filesTasks.assemble({ importId }, unattended);
	return { ...summary, problems: [...problems, ...summary.problems] };
}

const paths = ({ photos }: Product): string[] => photos.map(({ path }) => path);
const codes = ({ problems }: { problems: Product['problems'] }): string[] =>
	problems.map(({ code }) => code);

/** Forty different small pictures. */
async function forty(): Promise<Record<string, Content>> {
	const files: Record<string, Content> = {};
	for (let i = 0; i < 40; i++) files[`many/${1000 + i}.png`] = await flat(`rgb(${i} 0 0)`);
	return files;
}

beforeEach(deleteEverything);
afterEach(deleteEverything);

describe('an import', () => {
	it('makes a card of every picture, and says nothing of what systems leave behind', async () => {
		const summary = await importing({
			'./shoes/1000.png': await flat('#100'),
			'shoes/1001.jpg': await flat('#200'),
			'shoes/.DS_Store': 'x',
			'Thumbs.db': 'x',
		});
		expect(summary).toEqual({ products: 2, photos: 2, labelUndo: [], problems: [] });
		const products = await allProducts();
		expect(products.map(paths)).toEqual([['shoes/1000.png'], ['shoes/1001.jpg']]);
		expect(products.map(({ order }) => order)).toEqual([0, 1]);
	});

	it('matches a table in another encoding, and keeps rows without a photo', async () => {
		const table = 'photo;title\r\na.png;Größe <b>42</b>\r\ngone.png;Nur Text\r\n';
		const latin = Uint8Array.from([...table].map((letter) => letter.charCodeAt(0)));
		await importing({ 'x/a.png': await flat('#100'), 'shop.csv': latin });
		const products = await allProducts();
		expect(products.map(({ title }) => title)).toEqual(['Größe 42', 'Nur Text']);
		expect(products.map(codes)).toEqual([[], ['csv-photo-missing']]);
	});

	it('opens zips, and zips in zips, and names what lies deeper', async () => {
		const inner = await zipOf({
			'deep/b.png': await flat('#200'),
			'more.zip': await zipOf({ x: 'x' }),
		});
		const outer = await zipOf({ 'folder/a.png': await flat('#100'), 'folder/inner.zip': inner });
		const { problems } = await importing({
			'drop/outer.zip': outer,
			'drop/c.png': await flat('#300'),
		});
		expect((await allProducts()).flatMap(paths)).toEqual([
			'drop/c.png',
			'drop/outer.zip/folder/a.png',
			'drop/outer.zip/folder/inner.zip/deep/b.png',
		]);
		expect(problems).toEqual([
			{ code: 'zip-nested', detail: { file: 'drop/outer.zip/folder/inner.zip/more.zip' } },
		]);
	});

	it('gives bad files their sentence, on a card where they were meant as a photo', async () => {
		const { problems } = await importing({
			'empty.jpg': '',
			'letter.jpg': 'Dear customer',
			'logo.svg': '<svg xmlns="x"/>',
			'moving.gif': animatedGif(),
			'notes.pdf': '%PDF-1.7 and so on',
			'broken.zip': 'PK not really',
			'locked.zip': await zipOf({ 'in.png': await flat('#100') }, { password: 'p' }),
			'bad.csv': 'weight\n1\n',
			'good.png': await flat('#100'),
		});
		expect(codes({ problems }).sort()).toEqual([
			'csv-no-known-column',
			'file-unsupported',
			'zip-damaged',
		]);
		const cards = (await allProducts()).map((product) => [product.name, ...codes(product)]);
		expect(cards).toEqual([
			['empty.jpg', 'photo-empty'],
			['good.png'],
			['letter.jpg', 'photo-not-a-picture'],
			['in.png', 'zip-encrypted'],
			['logo.svg', 'photo-svg'],
			['moving.gif', 'note-first-frame'],
		]);
	});

	it('stores the same photo once, and says so on both cards', async () => {
		const same = await flat('#100');
		await importing({ 'a/one.png': same, 'b/two.png': same });
		const products = await allProducts();
		expect(await allPhotos()).toHaveLength(1);
		expect(products.map(({ problems }) => problems)).toEqual([
			[{ code: 'note-same-photo', detail: { file: 'a/one.png', other: 'two.png' } }],
			[{ code: 'note-same-photo', detail: { file: 'b/two.png', other: 'one.png' } }],
		]);
	});

	it('keeps two different files with one path apart', async () => {
		const files = [
			...dropped({ '1.png': await flat('#100') }),
			...dropped({ '1.png': await flat('#200') }),
		];
		await importing(files);
		expect((await allProducts()).flatMap(paths)).toEqual(['(2)/1.png', '1.png']);
	});

	it('adds nothing twice when all of it is dropped again', async () => {
		const files = {
			'red-1.png': await flat('#100'),
			'red-2.png': await flat('#200'),
			'lone.png': await flat('#300'),
			'empty.jpg': '',
			'shop.csv': 'sku,title\nred,A red thing\nnone,Without a photo\n',
		};
		await importing(files);
		const before = await allProducts();
		expect(await importing(files)).toMatchObject({ products: 0, photos: 0 });
		expect(await allProducts()).toEqual(before);
	});

	it('takes photos first and the table later, and the other way round', async () => {
		const photos = { 'p/a.png': await flat('#100'), 'p/b.png': await flat('#200') };
		const table = { 'shop.csv': 'photo,title\na.png,A\nb.png,B\n' };
		await importing(photos);
		const ids = (await allProducts()).map(({ id }) => id);
		expect(await importing(table)).toMatchObject({ products: 0 });
		expect((await allProducts()).map(({ id, title }) => [id, title])).toEqual([
			[ids[0], 'A'],
			[ids[1], 'B'],
		]);
		await deleteEverything();
		await importing(table);
		await importing(photos);
		const products = await allProducts();
		expect(
			products.map((product) => [product.title, ...paths(product), ...codes(product)]),
		).toEqual([
			['A', 'p/a.png'],
			['B', 'p/b.png'],
		]);
	});

	it('reads a long table', { timeout: 120_000 }, async () => {
		const rows = Array.from({ length: 20_000 }, (_, i) => `S-${i},"Thing, number ${i}",red`);
		const summary = await importing({ 'big.csv': `sku,title,colour\n${rows.join('\n')}\n` });
		expect(summary).toEqual({ products: 20_000, photos: 0, labelUndo: [], problems: [] });
	});

	it('brings labels back from our own export, into what is there and into an empty catalogue', async () => {
		const photos = { 'p/a.png': await flat('#100'), 'p/b.png': await flat('#200') };
		await importing({ ...photos, 'shop.csv': 'photo,title,price\na.png,A,1\nb.png,B,2\n' });
		const [a, b] = await allProducts();
		const labels = new Map([
			['kind', new Map([[a?.id ?? '', { label: 'Old' } as LabelAssignment]])],
			[
				'tone',
				new Map([
					[a?.id ?? '', { label: '=red' } as LabelAssignment],
					[b?.id ?? '', { label: 'X > Y' } as LabelAssignment],
				]),
			],
		]);
		await writeLabels([labelled('kind', a?.id, 'New'), labelled('kind', b?.id, 'Kept')]);
		const table = await exportLabels(await allProducts(), labels).text();
		const again = await importing({ 'labels.csv': table });
		expect(again).toMatchObject({ products: 0, problems: [] });
		const stored = async () =>
			(await allLabels()).map(({ field, productId, label }) => [field, productId, label]);
		expect(await stored()).toEqual(
			expect.arrayContaining([
				['kind', a?.id, 'Old'],
				['kind', b?.id, 'Kept'],
				['tone', a?.id, '=red'],
				['tone', b?.id, 'X > Y'],
			]),
		);
		await writeLabels(again.labelUndo);
		expect(await stored()).toHaveLength(2);
		expect(await stored()).toEqual(expect.arrayContaining([['kind', a?.id, 'New']]));

		await deleteEverything();
		await importing({ ...photos, 'labels.csv': table });
		expect((await allProducts()).map(({ title }) => title)).toEqual(['A', 'B']);
		expect((await stored()).map(([field, , label]) => [field, label]).sort()).toEqual([
			['kind', 'Old'],
			['tone', '=red'],
			['tone', 'X > Y'],
		]);
	});
});

describe('staging', () => {
	it('reports what is safe, and goes on where it was cancelled', async () => {
		const files = dropped(await forty());
		const controller = new AbortController();
		const heard: Progress[] = [];
		const job: JobContext = {
			signal: controller.signal,
			report(progress) {
				heard.push(progress);
				controller.abort();
			},
		};
		await expect(filesTasks.stage({ importId: 'i', files }, job)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(heard[0]).toEqual({ step: 'read-files', done: 32, total: 40 });
		expect(await stagedFiles('i')).toHaveLength(32);
		expect(await importRecord('i')).toMatchObject({ filesSeen: 40, filesStored: 32 });
		await filesTasks.stage({ importId: 'i', files }, unattended);
		expect(await stagedFiles('i')).toHaveLength(40);
		expect(await importRecord('i')).toMatchObject({ phase: 'reading', filesStored: 40 });
		await filesTasks.assemble({ importId: 'i' }, unattended);
		expect(await allProducts()).toHaveLength(40);
		expect(await stagedFiles('i')).toEqual([]);
		expect(await importRecord('i')).toMatchObject({ phase: 'embedding' });
	});

	it('keeps what was stored when the disk is full', async () => {
		const { put } = IDBObjectStore.prototype;
		let photosPut = 0;
		IDBObjectStore.prototype.put = function (...given) {
			if (this.name === 'photoBlobs' && ++photosPut > 35)
				throw new DOMException('full', 'QuotaExceededError');
			return put.apply(this, given);
		};
		try {
			const files = dropped(await forty());
			await expect(filesTasks.stage({ importId: 'i', files }, unattended)).rejects.toMatchObject({
				code: 'storage-full',
			});
		} finally {
			IDBObjectStore.prototype.put = put;
		}
		expect(await stagedFiles('i')).toHaveLength(32);
		await filesTasks.assemble({ importId: 'i' }, unattended);
		expect(await allProducts()).toHaveLength(32);
	});

	it('is assembled again without harm when that was cut off', async () => {
		const files = dropped(await forty());
		await filesTasks.stage({ importId: 'i', files }, unattended);
		const staged = await stagedFiles('i');
		await filesTasks.assemble({ importId: 'i' }, unattended);
		await filesTasks.stage({ importId: 'i', files }, unattended);
		expect(await stagedFiles('i')).toHaveLength(staged.length);
		expect(await filesTasks.assemble({ importId: 'i' }, unattended)).toMatchObject({ products: 0 });
		expect(await allProducts()).toHaveLength(40);
	});
});

describe('decoding', () => {
	it('hands pixels over in order, and writes size, thumbnail and failures down', async () => {
		await importing({
			'a.png': await flat('#f00', 40, 20),
			'b.heic': heicHeader(),
			'c.png': await flat('#00f'),
		});
		const ids = (await allProducts()).flatMap(({ photos }) => photos.map(({ photoId }) => photoId));
		const [red = '', heic = '', blue = ''] = ids;
		const size = 8;
		const decoded = await filesTasks.decode({ photoIds: ids, size }, unattended);
		expect(decoded.photoIds).toEqual([red, blue]);
		expect(decoded.pixels).toHaveLength(2 * size * size * 3);
		const middle = (size * (size / 2) + size / 2) * 3;
		expect([...decoded.pixels.subarray(middle, middle + 3)]).toEqual([255, 0, 0]);
		const second = size * size * 3 + middle;
		expect([...decoded.pixels.subarray(second, second + 3)]).toEqual([0, 0, 255]);
		expect(decoded.failed).toMatchObject([{ photoId: heic, problem: { code: 'photo-heic' } }]);
		expect(await photo(red)).toMatchObject({ width: 40, height: 20, problem: null });
		expect(await photo(heic)).toMatchObject({ width: 0, problem: { code: 'photo-heic' } });
		expect(await thumbnail(red)).toBeInstanceOf(Blob);
		expect(await thumbnail(heic)).toBeUndefined();
	});
});

describe('the files worker', () => {
	it('does all of it across the wall', async () => {
		const worker = filesWorker();
		try {
			const files = dropped({
				'a.png': await flat('#f00'),
				'shop.csv': 'photo,title\na.png,Red\n',
			});
			const heard: Progress[] = [];
			const job: JobContext = { ...unattended, report: (progress) => heard.push(progress) };
			await worker.remote.stage({ importId: 'w', files }, job);
			expect(heard.at(-1)).toEqual({ step: 'read-files', done: 2, total: 2 });
			expect(await worker.remote.assemble({ importId: 'w' }, unattended)).toMatchObject({
				products: 1,
			});
			const [product] = await allProducts();
			const photoIds = product?.photos.map(({ photoId }) => photoId) ?? [];
			const { pixels } = await worker.remote.decode({ photoIds, size: 4 }, unattended);
			expect([...pixels.subarray(0, 3)]).toEqual([255, 0, 0]);
		} finally {
			worker.terminate('test over');
		}
	});
});
