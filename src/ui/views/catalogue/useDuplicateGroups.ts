import { useMemo } from 'react';
import type { Product } from '../../../domain/product';
import { type DuplicateGroup, duplicateGroupList } from '../../../maths/duplicateFigures';
import { apartBy, photoGroups, samePhotoGroups } from '../../../maths/samePhotos';
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
	const { found, told } = useAisle((state) => ({
		found: state.duplicates,
		told: state.toldApart,
	}));
	return useMemo(() => {
		const fresh = found?.products === products ? found : null;
		const apart = apartBy(Object.values(told));
		const same = samePhotoGroups(products, apart);
		const near = fresh ? photoGroups(products, fresh.looksSame, apart) : same;
		return {
			groups: duplicateGroupList(products, near, same),
			searched: fresh !== null,
			stale: found !== null && fresh === null,
			notCompared: fresh?.notCompared ?? 0,
		};
	}, [products, found, told]);
}
