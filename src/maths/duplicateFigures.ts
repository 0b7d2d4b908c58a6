import type { LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';

/** Products that show the same thing. */
export interface DuplicateGroup {
	/** At least two, in the catalogue's order. */
	productIds: string[];
	/** `same`: connected by files that are the same byte for byte. `near`: some only look the same. */
	kind: 'same' | 'near';
	/** Whether all have one title, which is not empty. */
	sameTitle: boolean;
}

/**
 * Groups of products with the same photos, as lists: the largest first, then as in the catalogue.
 * @param near group of each product that has one, by photos that look the same; holds `same` within it
 * @param same likewise, by photos that are the same byte for byte
 */
export function duplicateGroupList(
	products: readonly Product[],
	near: ReadonlyMap<string, string>,
	same: ReadonlyMap<string, string>,
): DuplicateGroup[] {
	const groups = new Map<string, Product[]>();
	for (const product of products) {
		const group = near.get(product.id);
		if (group === undefined) continue;
		const members = groups.get(group);
		if (members) members.push(product);
		else groups.set(group, [product]);
	}
	return [...groups.values()]
		.filter((members) => members.length > 1)
		.map((members): DuplicateGroup => {
			const files = new Set(members.map(({ id }) => same.get(id) ?? null));
			const titles = new Set(members.map(({ title }) => title));
			return {
				productIds: members.map(({ id }) => id),
				kind: files.size === 1 && !files.has(null) ? 'same' : 'near',
				sameTitle: titles.size === 1 && !titles.has(''),
			};
		})
		.sort((a, b) => b.productIds.length - a.productIds.length);
}

/** The different labels of a group's products in one field, in the products' order. */
export function labelsOfGroup(
	{ productIds }: Pick<DuplicateGroup, 'productIds'>,
	labels: ReadonlyMap<string, LabelAssignment>,
): string[] {
	return [...new Set(productIds.flatMap((id) => labels.get(id)?.label ?? []))];
}

/** Groups whose products carry different labels: one of them must be wrong, or the photo is. */
export function contradictoryGroups(
	groups: readonly DuplicateGroup[],
	labels: ReadonlyMap<string, LabelAssignment>,
): DuplicateGroup[] {
	return groups.filter((group) => labelsOfGroup(group, labels).length > 1);
}
