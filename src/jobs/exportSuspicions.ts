import type { Product } from '../domain/product';
import type { Suspicion } from '../domain/suspicion';
import { csvBlob, csvText, guardedCell } from '../formats/csvExport';

/** What is suspicious of which product, with its row in the spreadsheet where it has one. */
export function exportSuspicions(
	rows: readonly { product: Product; suspicion: Suspicion; sentence: string }[],
): Blob {
	const header = ['name', 'title', 'row', 'kind', 'score', 'what'];
	const cells = rows.map(({ product, suspicion, sentence }) => [
		guardedCell(product.name),
		guardedCell(product.title),
		String(product.rows?.[0]?.line ?? ''),
		suspicion.kind,
		suspicion.score.toFixed(3),
		guardedCell(sentence),
	]);
	return csvBlob(csvText(header, cells));
}
