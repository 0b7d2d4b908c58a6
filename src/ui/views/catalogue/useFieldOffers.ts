import { useDeferredValue, useEffect, useMemo } from 'react';
import type { Product } from '../../../domain/product';
import type { CategoryPaths } from '../../../maths/categoryIds';
import type { Decided } from '../../../maths/fieldPreview';
import { fieldSources, type SourceOffer } from '../../../maths/fieldSources';
import { decidedPaths } from '../../../state/selectors';
import { useAisle } from '../../store';

export interface FieldOffers {
	offers: SourceOffer[];
	products: Product[];
	decided: Decided | null;
	categories: CategoryPaths | null;
}

/** What a field's labels could be read from, and what the offers were made of. */
export function useFieldOffers(): FieldOffers {
	const products = useDeferredValue(useAisle((state) => state.products));
	const known = useAisle(({ taxonomy, taxonomyId, decisions }) => ({
		taxonomy,
		taxonomyId,
		decisions,
	}));
	const decided = useMemo(() => decidedPaths(known), [known]);
	const { categories, loadCategoryPaths } = useAisle((state) => ({
		categories: state.categoryPaths,
		loadCategoryPaths: state.loadCategoryPaths,
	}));
	useEffect(() => {
		if (products.length > 0) void loadCategoryPaths();
	}, [products, loadCategoryPaths]);
	const offers = useMemo(
		() => fieldSources(products, decided, categories),
		[products, decided, categories],
	);
	return { offers, products, decided, categories };
}
