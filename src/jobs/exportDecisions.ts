import type { Product } from '../domain/product';
import type { Decision, ProductSuggestions } from '../domain/suggestion';
import { categoryPath, type Taxonomy } from '../domain/taxonomy';
import { type ExportRow, exportCsv } from '../formats/csvExport';

export interface Catalogue {
	products: Product[];
	suggestions: ReadonlyMap<string, ProductSuggestions>;
	decisions: ReadonlyMap<string, Decision>;
	taxonomy: Taxonomy | null;
}

/**
 * One row a product: what was decided, or else the first suggestion, told apart by `decided_by`
 * (`accepted`, `corrected`, `threshold`, `labelled` for a label of the field that is sorted into, or `suggestion`
 * where nobody decided).
 */
export function exportDecisions({ products, suggestions, decisions, taxonomy }: Catalogue): Blob {
	const indexOf = new Map(taxonomy?.categories.map(({ id }, index) => [id, index]));
	const rows = products.map((product): ExportRow => {
		const decision = decisions.get(product.id);
		const best = suggestions.get(product.id)?.suggestions[0];
		const index = decision ? indexOf.get(decision.categoryId) : best?.category;
		const known = taxonomy !== null && index !== undefined;
		return {
			file: product.photos.map(({ path }) => path).join(' | ') || product.name,
			title: product.title,
			categoryId: decision?.categoryId ?? (known ? (taxonomy.categories[index]?.id ?? '') : ''),
			categoryPath: known ? categoryPath(taxonomy, index) : '',
			probability: decision ? decision.probability : (best?.probability ?? null),
			decidedBy: decision?.by ?? (best ? 'suggestion' : ''),
		};
	});
	return exportCsv(rows);
}
