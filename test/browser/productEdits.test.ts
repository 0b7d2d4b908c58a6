import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Product } from '../../src/domain/product';
import { openDatabase } from '../../src/storage/database';
import { deleteEverything } from '../../src/storage/everything';
import { allLabels, writeLabels } from '../../src/storage/labels';
import { putPhotos } from '../../src/storage/photos';
import { productRecords, replaceProducts, sweepPhotos } from '../../src/storage/productEdits';
import { allProducts, putProducts } from '../../src/storage/products';

beforeEach(deleteEverything);
afterEach(deleteEverything);

const product = (id: string, order: number, ...photoIds: string[]): Product => ({
	...{ id, importId: 'import', order, name: id, title: id, description: '', attributes: {} },
	photos: photoIds.map((photoId) => ({ photoId, path: `${photoId}.jpg` })),
	problems: [],
});

async function fill(): Promise<void> {
	await putProducts([product('a', 0, 'x'), product('b', 1, 'x', 'y'), product('c', 2, 'z')]);
	await writeLabels(
		['a', 'b', 'c'].map((productId) => ({
			field: 'kind',
			productId,
			label: { field: 'kind', productId, label: 'Shoe', by: 'grid', at: 1 },
		})),
	);
	await putPhotos(
		['x', 'y', 'z'].map((id) => ({
			photo: { id, type: 'image/jpeg', bytes: 1, width: 1, height: 1, problem: null },
			blob: new Blob([id]),
		})),
	);
}

it('takes products away with their labels, and brings them back as they were', async () => {
	await fill();
	const [before, labels] = [await allProducts(), await allLabels()];
	const gone = await productRecords(['b', 'nobody']);
	const none = { products: [], labels: [], decisions: [] };
	await replaceProducts(gone, none);
	expect((await allProducts()).map(({ id }) => id)).toEqual(['a', 'c']);
	expect((await allLabels()).map(({ productId }) => productId)).toEqual(['a', 'c']);
	await replaceProducts(none, gone);
	expect(await allProducts()).toEqual(before);
	expect(await allLabels()).toEqual(labels);
});

it('sweeps photos that no product has any more, and no others', async () => {
	await fill();
	await replaceProducts(await productRecords(['b']), { products: [], labels: [], decisions: [] });
	await sweepPhotos();
	const database = await openDatabase();
	expect(await database.getAllKeys('photos')).toEqual(['x', 'z']);
	expect(await database.getAllKeys('photoBlobs')).toEqual(['x', 'z']);
});
