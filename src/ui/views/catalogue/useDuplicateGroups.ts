import { useMemo } from 'react';
import type { Product } from '../../../domain/product';
import { type DuplicateGroup, duplicateGroupList } from '../../../maths/duplicateFigures';
import { samePhotoGroups } from '../../../maths/samePhotos';
import { useAisle } from '../../store';

export interface DuplicateGroups {
	groups: DuplicateGroup[];
	/** Whether the groups hold nearly the same photos too, of the catalogue as it is now. */
	searched: boolean;
	/** Whether there was a search, of another catalogue than this. */
	stale: boolean;
	notCompared: number;
}

/** Products that share a photo: at once those with the same file, and what the last search found if it still holds. */
export function useDuplicateGroups(products: readonly Product[]): DuplicateGroups {
	const found = useAisle(({ duplicates }) => duplicates);
	return useMemo(() => {
		const fresh = found?.products === products ? found : null;
		const same = samePhotoGroups(products);
		return {
			groups: duplicateGroupList(products, fresh?.groups ?? same, same),
			searched: fresh !== null,
			stale: found !== null && fresh === null,
			notCompared: fresh?.notCompared ?? 0,
		};
	}, [products, found]);
}
