import type { FieldName, LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';
import { type LabelRow, photoSeparator } from './csvExport';

/** Labels by field and product id. */
export type CatalogueLabels = ReadonlyMap<FieldName, ReadonlyMap<string, LabelAssignment>>;

const collator = new Intl.Collator('en', { numeric: true });

/** In the order in which their columns stand. */
export function sortedFields(labels: CatalogueLabels): FieldName[] {
	return [...labels.keys()].sort(collator.compare);
}

/** @param photos paths of the product's photos where they are not those that were dropped */
export function labelRow(
	product: Product,
	fields: readonly FieldName[],
	labels: CatalogueLabels,
	photos: readonly string[] = product.photos.map(({ path }) => path),
): LabelRow {
	const given = fields.flatMap((field): [FieldName, string][] => {
		const label = labels.get(field)?.get(product.id)?.label;
		return label === undefined ? [] : [[field, label]];
	});
	return {
		file: photos.join(photoSeparator) || product.name,
		title: product.title,
		labels: Object.fromEntries(given),
	};
}
