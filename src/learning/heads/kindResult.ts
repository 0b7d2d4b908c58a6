import type { HeadParameters, HeadSpecification, Standardisation } from '../../domain/head';
import type { EpochFigures } from '../../domain/job';

/** Products to learn from. */
export interface TrainingRows {
	/** `[n, d]`, as stored; NaN where a product lacks an embedding. */
	values: Float32Array;
	/** The same of other views of the photos, `[n, d]` each. */
	views: Float32Array[];
	/** So many of the views, from the first on, are averaged with the photo itself when predicting. */
	averagedViews: number;
	/** `[n]` label indices. */
	classes: Int32Array;
	/** `[n]`: the fold that holds a product out for choosing and calibrating; −1 for none. */
	folds: Int16Array;
	labels: number;
	/** What stands side by side, photos' columns before titles'. Counted terms keep their proportions. */
	blocks: { source: 'photo' | 'title'; dimensions: number; counted?: boolean }[];
}

/** What each kind of head makes of standardised rows. */
export interface KindResult {
	parameters: HeadParameters;
	chosen: { weightDecay: number; titleWeight: number; epochs: number };
	curve: EpochFigures[];
	/** `[judged, labels]`, NaN rows where nothing was held out. */
	heldOutScores: Float32Array;
}

/** What training hands back; scores of held-out rows are honest, because no head saw its own rows. */
export interface TrainingResult {
	standardisation: Standardisation;
	parameters: HeadParameters;
	temperature: number;
	chosen: { weightDecay: number; titleWeight: number; epochs: number };
	curve: EpochFigures[];
	/** Rows that were held out once, and their scores `[m, labels]`. */
	heldOut: { rows: Int32Array; scores: Float32Array };
}

/** Where no search was asked for or none is needed. */
export const middleTitleWeight = 0.7;

export function fixedTitleWeight({ titleWeight }: HeadSpecification): number {
	return titleWeight === 'search' ? middleTitleWeight : titleWeight;
}
