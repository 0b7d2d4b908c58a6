import type { FieldName } from './field';
import type { Modality } from './head';

/** A product whose label is doubted, and what it probably is. */
export interface DoubtedLabel {
	productId: string;
	/** The label that was doubted: a person may have changed it since. */
	given: string;
	proposed: string;
	/** 0–1, calibrated, by heads that had not seen the product. */
	givenProbability: number;
	proposedProbability: number;
}

/** What a look for misfiled products came to. */
export interface Audit {
	field: FieldName;
	modality: Modality;
	seed: number;
	/** Products whose labels were held against what they look like and are called. */
	looked: number;
	/** Labelled products that nothing could be said of: no photo or title was read. */
	without: number;
	/** The least believable first. */
	doubted: DoubtedLabel[];
}

/** Labels that a person stood by when they were doubted, by field and product id. */
export type ConfirmedLabels = Readonly<Record<FieldName, Readonly<Record<string, string>>>>;
