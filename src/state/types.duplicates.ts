import type { Product } from '../domain/product';
import type { FoundDuplicates } from '../jobs/findDuplicates';

export interface DuplicateData {
	/** What the last search in this visit found; `null` before the first. */
	duplicates: Duplicates | null;
}

export interface Duplicates extends FoundDuplicates {
	/** The catalogue that was searched: when the store's is another one, the answer is out of date. */
	products: readonly Product[];
}

export interface DuplicateActions {
	/** Compares all photos with each other, as the job `compare`. */
	findDuplicates(): Promise<void>;
}
