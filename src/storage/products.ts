import type { Product } from '../domain/product';
import { openDatabase, writing } from './database';

/** All products in grid order. */
export async function allProducts(): Promise<Product[]> {
	return (await openDatabase()).getAllFromIndex('products', 'order');
}

/** Writes products in one transaction: all or none. */
export async function putProducts(products: Product[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('products', 'readwrite');
		await Promise.all([
			...products.map((product) => transaction.store.put(product)),
			transaction.done,
		]);
	});
}

/** The first free place in the grid. */
export async function nextOrder(): Promise<number> {
	const database = await openDatabase();
	const last = await database.transaction('products').store.index('order').openCursor(null, 'prev');
	return last ? last.value.order + 1 : 0;
}
