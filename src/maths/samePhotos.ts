import type { Product } from '../domain/product';
import { connectedGroups } from './connectedGroups';

/** Two photos, by id, that look the same. */
export type PhotoPair = readonly [string, string];

/** Whether a person said of two products that they are not the same. */
export type Apart = (a: string, b: string) => boolean;

/** @param told groups of ids of products of which no two are the same */
export function apartBy(told: Iterable<readonly string[]>): Apart {
	const groups = new Map<string, Set<number>>();
	for (const [group, ids] of [...told].entries())
		for (const id of ids) groups.set(id, (groups.get(id) ?? new Set()).add(group));
	return (a, b) => {
		const ofB = groups.get(b);
		return ofB !== undefined && [...(groups.get(a) ?? [])].some((group) => ofB.has(group));
	};
}

/**
 * Products that share a photo, byte for byte, or have photos that look the same, but for those told apart: a name for
 * each group, by product id.
 */
export function photoGroups(
	products: readonly Product[],
	looksSame: Iterable<PhotoPair>,
	apart: Apart,
): Map<string, string> {
	const owners = new Map<string, number[]>();
	const pairs: number[] = [];
	/** With the first that it may be the same as: the others are connected to that one. */
	const connect = (index: number, others: readonly number[]): void => {
		const id = products[index]?.id ?? '';
		const other = others.find((each) => each !== index && !apart(products[each]?.id ?? '', id));
		if (other !== undefined) pairs.push(other, index);
	};
	for (const [index, { photos }] of products.entries())
		for (const { photoId } of photos) {
			const own = owners.get(photoId) ?? [];
			owners.set(photoId, own);
			if (own.includes(index)) continue;
			connect(index, own);
			own.push(index);
		}
	for (const [a, b] of looksSame)
		for (const index of owners.get(b) ?? []) connect(index, owners.get(a) ?? []);
	const groups = connectedGroups(products.length, pairs);
	return new Map(
		[...new Set(pairs)].map((index) => {
			const first = products[groups[index] ?? index];
			return [products[index]?.id ?? '', first?.id ?? ''];
		}),
	);
}

/** The same by bytes alone. */
export function samePhotoGroups(products: readonly Product[], apart: Apart): Map<string, string> {
	return photoGroups(products, [], apart);
}
