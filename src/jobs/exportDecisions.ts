import type { FieldName } from '../domain/field';
import type { Product } from '../domain/product';
import type { Decision, ProductSuggestions } from '../domain/suggestion';
import { categoryPath, type Taxonomy } from '../domain/taxonomy';
import { csvBlob, type ExportRow, exportCsvText } from '../formats/csvExport';
import { type CatalogueLabels, labelRow, sortedFields } from '../formats/labelTable';

export interface Catalogue {
	products: Product[];
	suggestions: ReadonlyMap<string, ProductSuggestions>;
	decisions: ReadonlyMap<string, Decision>;
	taxonomy: Taxonomy | null;
}

/**
 * One row a product: what was decided, or else the first suggestion, told apart by `decided_by`
 * (`accepted`, `corrected`, `threshold`, `labelled` for a label of the field that is sorted into, or `suggestion`
 * where nobody decided); and its labels, a column for each field.
 */
export function exportDecisions(
	{ products, suggestions, decisions, taxonomy }: Catalogue,
	labels: CatalogueLabels,
): Blob {
	const indexOf = new Map(taxonomy?.categories.map(({ id }, index) => [id, index]));
	const fields: FieldName[] = sortedFields(labels);
	const rows = products.map((product): ExportRow => {
		const decision = decisions.get(product.id);
		const best = suggestions.get(product.id)?.suggestions[0];
		const index = decision ? indexOf.get(decision.categoryId) : best?.category;
		const known = taxonomy !== null && index !== undefined;
		return {
			...labelRow(product, fields, labels),
			categoryId: decision?.categoryId ?? (known ? (taxonomy.categories[index]?.id ?? '') : ''),
			categoryPath: known ? categoryPath(taxonomy, index) : '',
			probability: decision ? decision.probability : (best?.probability ?? null),
			decidedBy: decision?.by ?? (best ? 'suggestion' : ''),
		};
	});
	return csvBlob(exportCsvText(rows, fields));
}
