import type { InteractionsRead } from '../domain/interactions';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { interactionRows } from '../formats/interactionTable';
import { productFinder } from '../maths/productKeys';

/**
 * Reads who took what from a table, and finds the products that it names. Ratings of 0 and below say nothing.
 * @throws AbortError
 */
export async function readInteractions(
	file: File,
	products: readonly Product[],
	job: JobContext,
): Promise<InteractionsRead> {
	const find = productFinder(products);
	const people = new Map<string, number>();
	const [users, productIds, weights, unmatched] = [
		[] as number[],
		[] as string[],
		[] as number[],
		[] as number[],
	];
	for (const rows of interactionRows(new Uint8Array(await file.arrayBuffer()))) {
		// A block takes a few milliseconds; the page comes in between.
		await new Promise((resolve) => setTimeout(resolve));
		job.signal.throwIfAborted();
		for (const { line, user, item, rating } of rows) {
			const productId = find(item);
			if (productId === null || user === '' || Number.isNaN(rating)) unmatched.push(line);
			else if (rating > 0) {
				const person = people.get(user) ?? people.size;
				people.set(user, person);
				users.push(person);
				productIds.push(productId);
				weights.push(rating);
			}
		}
		job.report({ step: 'read-files', done: productIds.length + unmatched.length, total: null });
	}
	return {
		file: file.name,
		users: Int32Array.from(users),
		productIds,
		weights: Float32Array.from(weights),
		people: people.size,
		products: new Set(productIds).size,
		unmatched,
	};
}
