import type { ToldApart } from '../domain/product';
import type { ProductRecords } from '../storage/productEdits';

export interface ProductEditData {
	/** Products that look the same and are not. */
	toldApart: ToldApart;
	/** The last step of this visit, and what takes it back. */
	productUndo: ProductStep | null;
}

export interface ProductStep {
	/** What the step brought, and what was there before. */
	come: ProductRecords;
	gone: ProductRecords;
}

export interface ProductEditActions {
	/** With their labels and decisions. Photos stay until the next visit, so that the step can be taken back. */
	removeProducts(productIds: readonly string[]): Promise<void>;
	/** Removes the others, and gives the first what it lacks of them: photos, words, cells, labels, decisions. */
	mergeProducts(productId: string, others: readonly string[]): Promise<void>;
	undoProducts(): Promise<void>;
	/** No two of these are the same, whatever their photos say; or nobody says so any more. */
	tellApart(productIds: readonly string[], apart: boolean): Promise<void>;
}
