import { useDeferredValue, useMemo } from 'react';
import type { Product } from '../../../domain/product';
import type { Decided } from '../../../maths/fieldPreview';
import { fieldSources, type SourceOffer } from '../../../maths/fieldSources';
import { decidedPaths } from '../../../state/selectors';
import { useAisle } from '../../store';

export interface FieldOffers {
	offers: SourceOffer[];
	products: Product[];
	decided: Decided | null;
}

/** What a field's labels could be read from. `products` and `decided` are what the offers were made of. */
export function useFieldOffers(): FieldOffers {
	const products = useDeferredValue(useAisle((state) => state.products));
	const known = useAisle(({ taxonomy, taxonomyId, decisions }) => ({
		taxonomy,
		taxonomyId,
		decisions,
	}));
	const decided = useMemo(() => decidedPaths(known), [known]);
	const offers = useMemo(() => fieldSources(products, decided), [products, decided]);
	return { offers, products, decided };
}
