import type { FieldName } from './field';
import type { Modality } from './head';

/** What is to be put into groups, by what. */
export interface GroupingRequest {
	modality: Modality;
	/** Only products without a label in it; `null` for all. */
	unlabelledIn: FieldName | null;
	/** Groups wanted; `null` leaves it to how clearly they stand apart. */
	count: number | null;
	seed: number;
}

/** A number of groups that was tried, and how clearly they stood apart: mean silhouette, −1 to 1. */
export interface TriedCount {
	count: number;
	silhouette: number;
}

/** Products that look alike or are called alike, by no label but themselves. */
export interface ProductGroup {
	/** 1 for the largest. */
	number: number;
	/** The most typical first. */
	productIds: string[];
}

export interface Grouping {
	request: GroupingRequest;
	/** The largest first. */
	groups: ProductGroup[];
	/** Empty when the number was given. */
	tried: TriedCount[];
	/** Products that nothing is known of: no photo or title was read. */
	without: number;
}

/** Groups that a person can still look through. */
export const mostGroups = 100;
