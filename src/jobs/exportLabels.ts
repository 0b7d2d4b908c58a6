import type { FieldName, LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';
import { csvBlob, type LabelRow, labelsCsvText, photoSeparator } from '../formats/csvExport';

/** Labels by field and product id. */
export type CatalogueLabels = ReadonlyMap<FieldName, ReadonlyMap<string, LabelAssignment>>;

const collator = new Intl.Collator('en', { numeric: true });

/** The labels of every field as a table, all products in it: those without a label can be filled in by hand. */
export function exportLabels(products: readonly Product[], labels: CatalogueLabels): Blob {
	const fields = sortedFields(labels);
	const rows = products.map((product) => labelRow(product, fields, labels));
	return csvBlob(labelsCsvText(rows, fields));
}

export function sortedFields(labels: CatalogueLabels): FieldName[] {
	return [...labels.keys()].sort(collator.compare);
}

export function labelRow(
	{ id, name, title, photos }: Product,
	fields: readonly FieldName[],
	labels: CatalogueLabels,
): LabelRow {
	const given = fields.flatMap((field): [FieldName, string][] => {
		const label = labels.get(field)?.get(id)?.label;
		return label === undefined ? [] : [[field, label]];
	});
	return {
		file: photos.map(({ path }) => path).join(photoSeparator) || name,
		title,
		labels: Object.fromEntries(given),
	};
}
