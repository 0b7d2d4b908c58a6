import type { FieldName } from '../domain/field';
import type { Compared } from '../maths/beforeAndAfter';

/** A head that was trained anew, beside the one it may take the place of. */
export interface Retraining {
	field: FieldName;
	/** Ids of heads. */
	before: string;
	after: string;
	/** `null` when there was nothing to compare them on. */
	comparison: Compared | null;
	/** Product ids: see jobs/retrainHead.ts. */
	learned: string[];
	heldBack: string[];
	coarse: string[];
	seenBefore: string[];
}

export interface RetrainingData {
	/** Until it is decided which of the two Sort uses. */
	retraining: Retraining | null;
}

export interface RetrainingActions {
	/** Trains the field's active head anew with the labels as they are now; nothing happens while one is trained. */
	retrain(field: FieldName): Promise<void>;
	/** Ends the comparison. @param deleteNew only with `old`: the new head is not kept beside it */
	settleRetraining(keep: 'new' | 'old', deleteNew: boolean): Promise<void>;
}
