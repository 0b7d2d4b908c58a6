import type { PhotoReference, Product } from '../domain/product';

/** A product that takes over what it lacks of others: words, cells, and all their photos, in their order. */
export function mergedProduct(product: Product, others: readonly Product[]): Product {
	const all = [product, ...others];
	const photos = new Map<string, PhotoReference>();
	for (const photo of all.flatMap((each) => each.photos))
		if (!photos.has(photo.photoId)) photos.set(photo.photoId, photo);
	const attributes: Record<string, string> = {};
	for (const each of all)
		for (const [name, cell] of Object.entries(each.attributes)) attributes[name] ||= cell;
	return {
		...product,
		title: first(all.map(({ title }) => title)),
		description: first(all.map(({ description }) => description)),
		photos: [...photos.values()],
		attributes,
	};
}

function first(texts: readonly string[]): string {
	return texts.find((text) => text !== '') ?? '';
}
