/** A tree of categories as flat, parallel arrays; a parent always stands before its children. */
export interface Taxonomy {
	/** `google`, `shopify`, or the id of one the user brought. */
	id: string;
	/** As shown: "Google product taxonomy 2019-07-10". */
	name: string;
	categories: Category[];
}

export interface Category {
	/** The taxonomy's own id: `166`, `gid://shopify/TaxonomyCategory/aa-1-1`. */
	id: string;
	/** The last part of the path. */
	name: string;
	/** Index of the parent in `categories`, or −1 at the top. */
	parent: number;
}

/** How the levels of a path are joined, in files and on screen. */
export const pathSeparator = ' > ';

/** Names from the top down to the category, itself last. */
export function categoryNames(taxonomy: Taxonomy, index: number): string[] {
	const names: string[] = [];
	for (let i = index; i >= 0; i = taxonomy.categories[i]?.parent ?? -1) {
		const category = taxonomy.categories[i];
		if (category) names.unshift(category.name);
	}
	return names;
}

/** `Apparel & Accessories > Shoes` */
export function categoryPath(taxonomy: Taxonomy, index: number): string {
	return categoryNames(taxonomy, index).join(pathSeparator);
}
