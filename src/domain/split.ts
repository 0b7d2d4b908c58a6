import type { FieldName } from './field';

/** `train` to learn from, `validation` to choose and calibrate by, `test` touched once, for the report. */
export type Part = 'train' | 'validation' | 'test';

/** Who learns from what, for one field. */
export interface Split {
	field: FieldName;
	/** Milliseconds since 1970. */
	createdAt: number;
	/** `given`: by a column of the spreadsheet, which is respected even where it parts duplicates. */
	origin: 'given' | 'drawn';
	seed: number;
	/** By product id. */
	parts: ReadonlyMap<string, Part>;
	/** Labels with too few products to be in every part; they are in `train` alone. */
	tooSmall: string[];
	/** Groups of near-duplicates that a given split has on both sides: product ids. */
	parted: string[][];
}

/** Shares of the products that are drawn for validation and for test. */
export interface SplitShares {
	validation: number;
	test: number;
}

export const defaultShares: SplitShares = { validation: 0.2, test: 0.2 };

/** Where a split comes from. */
export type SplitChoice =
	/** A column of the spreadsheet says train, validation or test. */
	| { by: 'column'; column: string }
	| { by: 'seed'; seed: number; shares: SplitShares }
	/**
	 * An earlier one goes on: its products stay where they are, so that a new head is measured on the very products
	 * that the old one was; what has been labelled since is learned from.
	 */
	| { by: 'earlier'; split: Split };
