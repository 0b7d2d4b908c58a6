import type { LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';
import type { Decision } from '../domain/suggestion';
import { openDatabase, writing } from './database';

/** Products with everything that is stored about them but photos, which others may have, too. */
export interface ProductRecords {
	products: Product[];
	labels: LabelAssignment[];
	decisions: Decision[];
}

/** What is stored about these products. */
export async function productRecords(ids: Iterable<string>): Promise<ProductRecords> {
	const transaction = (await openDatabase()).transaction(['products', 'labels', 'decisions']);
	const [products, labels, decisions] = [
		transaction.objectStore('products'),
		transaction.objectStore('labels').index('productId'),
		transaction.objectStore('decisions').index('productId'),
	];
	const found = await Promise.all(
		[...ids].map((id) => Promise.all([products.get(id), labels.getAll(id), decisions.getAll(id)])),
	);
	return {
		products: found.flatMap(([product]) => product ?? []),
		labels: found.flatMap(([, of]) => of),
		decisions: found.flatMap(([, , of]) => of),
	};
}

/** Takes records away and puts others in their place, in one transaction: all or nothing. */
export async function replaceProducts(gone: ProductRecords, come: ProductRecords): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['products', 'labels', 'decisions'], 'readwrite');
		const [products, labels, decisions] = [
			transaction.objectStore('products'),
			transaction.objectStore('labels'),
			transaction.objectStore('decisions'),
		];
		await Promise.all([
			...gone.products.map(({ id }) => products.delete(id)),
			...gone.labels.map(({ field, productId }) => labels.delete([field, productId])),
			...gone.decisions.map(({ taxonomyId, productId }) =>
				decisions.delete([taxonomyId, productId]),
			),
			...come.products.map((product) => products.put(product)),
			...come.labels.map((label) => labels.put(label)),
			...come.decisions.map((decision) => decisions.put(decision)),
			transaction.done,
		]);
	});
}

/** Deletes photos that belong to no product any more. For when nothing is on its way in, and no step can be undone. */
export async function sweepPhotos(): Promise<void> {
	await writing(async (database) => {
		const names = ['products', 'photos', 'photoBlobs', 'thumbnails'] as const;
		const transaction = database.transaction(names, 'readwrite');
		const products = await transaction.objectStore('products').getAll();
		const used = new Set(products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)));
		await Promise.all(
			(['photos', 'photoBlobs', 'thumbnails'] as const).map(async (name) => {
				const objects = transaction.objectStore(name);
				const left = (await objects.getAllKeys()).filter((id) => !used.has(id));
				await Promise.all(left.map((id) => objects.delete(id)));
			}),
		);
		await transaction.done;
	});
}
