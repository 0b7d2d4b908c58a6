import { useMemo } from 'react';
import type { Product } from '../../../domain/product';
import { statusCounts, statusOf, visibleProducts } from '../../../state/selectors';
import type { ReviewFilter } from '../../../state/types';
import { useAisle } from '../../store';

export interface ReviewLists {
	visible: Product[];
	counts: Record<ReviewFilter, number> & { waiting: number };
	/** How many of the sure ones are right, if the probabilities mean what they say. */
	expectedRight: number;
	filter: ReviewFilter;
	threshold: number;
}

/**
 * The lists over all products. They look only at what decides them, so that progress ticks and moves of the
 * cursor cost nothing, even with ten thousand products.
 */
export function useReview(): ReviewLists {
	const { filter, threshold, products, photos, suggestions, decisions, taxonomyId, labels } =
		useAisle((state) => ({
			products: state.products,
			photos: state.photos,
			suggestions: state.suggestions,
			decisions: state.decisions,
			taxonomyId: state.taxonomyId,
			labels: state.labels,
			filter: state.review.filter,
			threshold: state.review.threshold,
		}));
	return useMemo(() => {
		const review = { filter, threshold, focusedId: null };
		const state = { products, photos, suggestions, decisions, taxonomyId, labels, review };
		let expectedRight = 0;
		for (const product of products)
			if (statusOf(state, product) === 'sure')
				expectedRight += suggestions.get(product.id)?.suggestions[0]?.probability ?? 0;
		return {
			visible: visibleProducts(state),
			counts: statusCounts(state),
			expectedRight,
			filter,
			threshold,
		};
	}, [products, photos, suggestions, decisions, taxonomyId, labels, filter, threshold]);
}
