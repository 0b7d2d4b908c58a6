import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelChange } from '../../src/domain/field';
import { type JobContext, unattended } from '../../src/domain/job';
import { newZipBudget, zippedFiles } from '../../src/formats/zip';
import { deleteEverything } from '../../src/storage/everything';
import { allLabels, writeLabels } from '../../src/storage/labels';
import { clearOutputs } from '../../src/storage/outputFile';
import { allProducts } from '../../src/storage/products';
import { filesWorker } from '../../src/workers/files';
import { filesTasks } from '../../src/workers/files.tasks';
import { flat } from '../fixtures/pictures';

const worker = filesWorker();
const names = ['A > B', 'a - b', 'CON', '👟/"x"', '=1+1', 'A > B'];

async function importing(files: { path: string; file: File }[]): Promise<void> {
	const importId = crypto.randomUUID();
	await filesTasks.stage({ importId, files }, unattended);
	await filesTasks.assemble({ importId }, unattended);
}

/** Labels by the bytes of the photos, which stay the same whatever they are called. */
async function labelled(): Promise<string[]> {
	const products = new Map((await allProducts()).map((product) => [product.id, product]));
	return (await allLabels())
		.map(({ field, productId, label }) => {
			const photos = products.get(productId)?.photos.map(({ photoId }) => photoId) ?? [];
			return [field, label, ...photos.sort()].join();
		})
		.sort();
}

async function fill(): Promise<void> {
	const files = await Promise.all(
		names.map(async (_, i) => ({
			path: `in/shoe ${i < 2 ? 'x' : i}${i === 1 ? ' back' : ''}.png`,
			file: new File([await flat(`rgb(${i} 0 9)`)], 'x.png'),
		})),
	);
	await importing(files);
	const products = await allProducts();
	const change = (field: string, productId: string, label: string): LabelChange => ({
		field,
		productId,
		label: { field, productId, label, by: 'grid', at: 1 },
	});
	await writeLabels(
		products.flatMap(({ id }, i) => [
			change('kind', id, names[i] ?? ''),
			...(i % 2 ? [change('tone', id, 'dark')] : []),
		]),
	);
}

const save = (picked: FileSystemFileHandle | null, job = unattended) =>
	worker.remote.exportPhotos({ field: 'kind', target: { name: 'out.zip', picked } }, job);

beforeEach(deleteEverything);
afterEach(async () => {
	await deleteEverything();
	await clearOutputs();
});

describe('photos in folders per label', () => {
	it('bring the same labels back when the zip is dropped', async () => {
		await fill();
		const before = await labelled();
		expect(before).toHaveLength(7);
		const zip = await save(null);
		if (!zip) throw new Error('no file');
		const paths = (await zippedFiles(zip, newZipBudget())).map(({ path }) => path);
		expect(paths).toEqual([
			'labels.csv',
			'A - B/shoe 2.png',
			'a - b~2/shoe 3.png',
			'_CON/shoe 4.png',
			'👟_x_/shoe 5.png',
			'=1+1/shoe x.png',
			'=1+1/shoe x back.png',
		]);
		// On the products that it came from it adds nothing.
		const products = (await allProducts()).length;
		await importing([{ path: 'out.zip', file: new File([zip], 'out.zip') }]);
		expect(await allProducts()).toHaveLength(products);
		expect(await labelled()).toEqual(before);
		await deleteEverything();
		await importing([{ path: 'out.zip', file: new File([zip], 'out.zip') }]);
		expect(await labelled()).toEqual(before);
		expect((await allProducts()).flatMap(({ problems }) => problems)).toEqual([]);
	});

	it('are written into a place that was picked, and not left there half when cancelled', async () => {
		await fill();
		const root = await navigator.storage.getDirectory();
		const picked = await root.getFileHandle('picked.zip', { create: true });
		expect(await save(picked)).toBeNull();
		const whole = await (await picked.getFile()).arrayBuffer();
		expect(whole.byteLength).toBeGreaterThan(500);
		const stop = new AbortController();
		const job: JobContext = { signal: stop.signal, report: () => stop.abort() };
		await expect(save(picked, job)).rejects.toMatchObject({ name: 'AbortError' });
		expect((await picked.getFile()).size).toBe(whole.byteLength);
		await root.removeEntry('picked.zip');
	});
});
