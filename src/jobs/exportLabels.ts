import type { Product } from '../domain/product';
import { csvBlob, labelsCsvText } from '../formats/csvExport';
import { type CatalogueLabels, labelRow, sortedFields } from '../formats/labelTable';

/** The labels of every field as a table, all products in it: those without a label can be filled in by hand. */
export function exportLabels(products: readonly Product[], labels: CatalogueLabels): Blob {
	const fields = sortedFields(labels);
	const rows = products.map((product) => labelRow(product, fields, labels));
	return csvBlob(labelsCsvText(rows, fields));
}
