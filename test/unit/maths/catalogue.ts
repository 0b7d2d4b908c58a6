import type { LabelAssignment } from '../../../src/domain/field';
import type { Photo, Product } from '../../../src/domain/product';

/** Products, photos and labels for tests of figures over a catalogue. */

export const product = (id: string, change: Partial<Product> = {}): Product => ({
	id,
	importId: 'import',
	order: 0,
	name: id,
	title: '',
	description: '',
	photos: [],
	attributes: {},
	problems: [],
	...change,
});

export const withPhotos = (id: string, ...photoIds: string[]): Product =>
	product(id, { photos: photoIds.map((photoId) => ({ photoId, path: `${photoId}.jpg` })) });

export const photo = (id: string, change: Partial<Photo> = {}): Photo => ({
	id,
	type: 'image/jpeg',
	bytes: 1000,
	width: 300,
	height: 300,
	problem: null,
	...change,
});

/** One product for each label; `null` has none. */
export function labelled(of: readonly (string | null)[]): {
	products: Product[];
	labels: Map<string, LabelAssignment>;
} {
	const labels = new Map<string, LabelAssignment>();
	const products = of.map((label, i) => {
		const productId = `p${i}`;
		if (label !== null)
			labels.set(productId, { field: 'field', productId, label, by: 'grid', at: 0 });
		return product(productId);
	});
	return { products, labels };
}
