import { useMemo } from 'react';
import type { Problem, Product } from '../../domain/product';
import { titleNote } from '../../state/selectors';
import { useAisle } from '../store';

/** Its own problems, what is to be said of its title, and the problems of its photos, under the names they were dropped with. */
export function useProductProblems(product: Product): Problem[] {
	// Fresh objects would be new on every look: the selector picks stored ones and the rest is made from them.
	const broken = useAisle((state) =>
		product.photos.map(({ photoId }) => state.photos.get(photoId)?.problem ?? null),
	);
	const note = useAisle((state) => titleNote(state, product));
	return useMemo(
		() => [
			...product.problems,
			...(note ? [note] : []),
			...product.photos.flatMap(({ path }, index) => {
				const problem = broken[index];
				return problem ? [{ ...problem, detail: { file: path, ...problem.detail } }] : [];
			}),
		],
		[product, note, broken],
	);
}
