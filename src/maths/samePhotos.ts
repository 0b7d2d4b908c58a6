import type { Product } from '../domain/product';
import { connectedGroups } from './connectedGroups';

/** Products that share a photo, byte for byte, belong together: a name for each group, by product id. */
export function samePhotoGroups(products: readonly Product[]): Map<string, string> {
	return groupsOf(products, photoOwners(products).samePhoto);
}

/** The first product of each photo, and pairs of products that share one. */
export function photoOwners(products: readonly Product[]) {
	const owners = new Map<string, number>();
	const samePhoto: number[] = [];
	for (const [index, { photos }] of products.entries())
		for (const { photoId } of photos) {
			const owner = owners.get(photoId);
			if (owner === undefined) owners.set(photoId, index);
			else samePhoto.push(owner, index);
		}
	return { owners, samePhoto };
}

/** Connected products: a name for each group, by product id. `pairs` `[2·m]` are places in `products`. */
export function groupsOf(
	products: readonly Product[],
	pairs: readonly number[],
): Map<string, string> {
	const groups = connectedGroups(products.length, pairs);
	const paired = new Set(pairs);
	return new Map(
		[...paired].map((index) => {
			const first = products[groups[index] ?? index];
			return [products[index]?.id ?? '', first?.id ?? ''];
		}),
	);
}
