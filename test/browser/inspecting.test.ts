import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JobContext, unattended } from '../../src/domain/job';
import { deleteEverything } from '../../src/storage/everything';
import { allProducts } from '../../src/storage/products';
import type { DroppedFile } from '../../src/workers/files.contract';
import { filesTasks } from '../../src/workers/files.tasks';
import { flat } from '../fixtures/pictures';
import { merchantFeed, olderShopifyProducts, shopifyProducts } from '../fixtures/productExports';
import { zipOf } from '../fixtures/zips';

type Content = Uint8Array<ArrayBuffer> | string | Blob;

function dropped(files: Record<string, Content>): DroppedFile[] {
	return Object.entries(files).map(([path, content]) => ({
		path,
		file: new File([content], path.split('/').at(-1) ?? path),
	}));
}

const inspect = (files: Record<string, Content>) =>
	filesTasks.inspect({ files: dropped(files) }, unattended);

async function imported(files: Record<string, Content>) {
	const importId = crypto.randomUUID();
	await filesTasks.stage({ importId, files: dropped(files) }, unattended);
	await filesTasks.assemble({ importId }, unattended);
	return allProducts();
}

beforeEach(deleteEverything);
afterEach(deleteEverything);

describe('a look at a drop', () => {
	it('says whose table it is, what its columns mean and which photos are there, and stores nothing', async () => {
		const { photos, tables, teachable } = await inspect({
			'shop/products_export.csv': shopifyProducts,
			'shop/files/Linen Shirt.jpg': await flat('#100'),
			'shop/files/other.jpg': 'never opened',
		});
		expect(photos).toBe(2);
		expect(teachable).toEqual([]);
		expect(tables).toHaveLength(1);
		expect(tables[0]).toMatchObject({
			path: 'shop/products_export.csv',
			dialect: 'shopify',
			rows: 4,
			products: 2,
			withPhoto: 1,
			problems: [],
		});
		expect(tables[0]?.columns).toEqual([
			{ role: 'photo', headers: ['Product image URL'] },
			{ role: 'morePhotos', headers: ['Variant image URL'] },
			{ role: 'title', headers: ['Title'] },
			{ role: 'description', headers: ['Description'] },
			{ role: 'sku', headers: ['SKU'] },
			{ role: 'handle', headers: ['URL handle'] },
		]);
		expect(tables[0]?.attributes).toEqual(
			expect.arrayContaining(['Vendor', 'Product category', 'Type', 'Tags', 'Size', 'Color']),
		);
		expect(tables[0]?.attributes).not.toContain('SKU');
		expect(tables[0]?.preview[0]).toEqual({
			line: 2,
			photo: 'linen shirt.jpg',
			title: 'Linen shirt',
			sku: 'LS-S',
			handle: 'linen-shirt',
		});
		expect(await allProducts()).toEqual([]);
	});

	it('finds tables in zips, tells dialects apart, and names bad rows by line', async () => {
		const { tables } = await inspect({
			'shop.zip': await zipOf({
				'old.csv': olderShopifyProducts,
				'photos/mug.jpg': await flat('#200'),
			}),
			'feed.txt': merchantFeed('\t', ' '),
			'mine.csv': 'photo,title\na.jpg,A\nb.jpg\n,\n',
			'letter.txt': 'Dear customer,\nthank you.',
			'empty.csv': '',
		});
		expect(tables.map(({ path, dialect, products }) => [path, dialect, products])).toEqual([
			['shop.zip/old.csv', 'shopify-older', 2],
			['feed.txt', 'merchant', 2],
			['mine.csv', 'plain', 1],
			['empty.csv', 'plain', 0],
		]);
		expect(tables[2]?.problems).toEqual([
			{ code: 'csv-row-malformed', detail: { file: 'mine.csv', count: 1, lines: '3' } },
		]);
		expect(tables[3]?.problems).toEqual([{ code: 'csv-empty', detail: { file: 'empty.csv' } }]);
	});

	it('is over at once when it is cancelled', async () => {
		const stop = new AbortController();
		stop.abort(new DOMException('cancelled', 'AbortError'));
		const job: JobContext = { signal: stop.signal, report() {} };
		await expect(
			filesTasks.inspect({ files: dropped({ 'a.csv': 'title\nA\n' }) }, job),
		).rejects.toMatchObject({ name: 'AbortError' });
	});
});

describe('a Teachable Machine project', () => {
	const project = async () =>
		zipOf({
			'manifest.json': JSON.stringify({ type: 'image', version: '2.4.4', appdata: {} }),
			'Shoes-!-0.jpg': await flat('#100'),
			'Shoes-!-1.jpg': await flat('#200'),
			'Bags & more-!-0.jpg': await flat('#300'),
		});

	it('is recognised by its samples', async () => {
		const { teachable } = await inspect({ 'project.tm': await project() });
		expect(teachable).toEqual([
			{
				path: 'project.tm',
				photos: 3,
				classes: [
					{ name: 'Shoes', photos: 2 },
					{ name: 'Bags & more', photos: 1 },
				],
			},
		]);
	});

	it('comes in with each sample a product in the folder of its class', async () => {
		const products = await imported({ 'project.tm': await project() });
		expect(products.map(({ photos }) => photos.map(({ path }) => path))).toEqual([
			['project.tm/Bags & more/0.jpg'],
			['project.tm/Shoes/0.jpg'],
			['project.tm/Shoes/1.jpg'],
		]);
		expect(products.flatMap(({ problems }) => problems)).toEqual([]);
	});
});

describe.each([
	['current', shopifyProducts],
	['older', olderShopifyProducts],
])('Shopify’s export with %s headers', (_, table) => {
	it('becomes one product per handle with the photos its addresses name', async () => {
		const products = await imported({
			'products_export.csv': table,
			'files/linen shirt.jpg': await flat('#100'),
			'files/linen-shirt-back.jpg': await flat('#200'),
			'files/mug.jpg': await flat('#300'),
		});
		expect(products.map(({ title, photos }) => [title, photos.map(({ path }) => path)])).toEqual([
			['Linen shirt', ['files/linen shirt.jpg', 'files/linen-shirt-back.jpg']],
			['Mug', ['files/mug.jpg']],
		]);
		expect(products[0]?.attributes).toMatchObject({
			Vendor: 'Acme',
			Type: 'Shirts',
			Size: 'S | M',
		});
	});
});
