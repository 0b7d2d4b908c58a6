import type { Product } from '../domain/product';
import type { AisleData, ProductStatus, ReviewFilter } from './types';

/** Where a product stands. */
export function statusOf(state: AisleData, product: Product): ProductStatus {
	if (state.decisions.has(product.id)) return 'done';
	const found = state.suggestions.get(product.id);
	const best = found?.suggestions[0];
	if (best) return best.probability >= state.review.threshold ? 'sure' : 'unsure';
	const unreadable = product.photos.every(({ photoId }) => state.photos.get(photoId)?.problem);
	return product.title === '' && unreadable ? 'failed' : found ? 'unsure' : 'waiting';
}

/** The products that the filter lets through, in grid order. */
export function visibleProducts(state: AisleData): Product[] {
	const { filter } = state.review;
	if (filter === 'all') return state.products;
	return state.products.filter((product) => statusOf(state, product) === filter);
}

/** How many products each filter would show. */
export function statusCounts(state: AisleData): Record<ReviewFilter, number> & { waiting: number } {
	const counts = { all: state.products.length, unsure: 0, sure: 0, done: 0, failed: 0, waiting: 0 };
	for (const product of state.products) counts[statusOf(state, product)] += 1;
	return counts;
}
