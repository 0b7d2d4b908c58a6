import type { Product } from '../../domain/product';
import type { Suspicion } from '../../domain/suspicion';
import { ownerColumns } from './columns';

/** Of photos that only look the same. */
const nearScore = 0.9;

/**
 * Groups of products that show one photo under several brands or sellers: one suspicion a group, of its first product.
 * @param near group of each product that has one, by photos that look the same; `same`, by the same file
 */
export function sharedPhotos(
	products: readonly Product[],
	near: ReadonlyMap<string, string>,
	same: ReadonlyMap<string, string>,
): Suspicion[] {
	const columns = ownerColumns(products);
	const groups = new Map<string, Product[]>();
	for (const product of products) {
		const group = near.get(product.id);
		if (group === undefined) continue;
		const members = groups.get(group) ?? [];
		groups.set(group, members);
		members.push(product);
	}
	return [...groups.values()].flatMap((members) =>
		columns.flatMap((column): Suspicion[] => {
			const named = members.filter(({ attributes }) => attributes[column]?.trim());
			const values = named.map(({ attributes }) => attributes[column]?.trim() ?? '');
			const [first, ...others] = named;
			if (!first || new Set(values.map((value) => value.toLowerCase())).size < 2) return [];
			const files = new Set(named.map(({ id }) => same.get(id) ?? null));
			return [
				{
					kind: 'shared-photo',
					productId: first.id,
					score: files.size === 1 && !files.has(null) ? 1 : nearScore,
					column,
					values,
					near: others.map(({ id }) => id),
				},
			];
		}),
	);
}
