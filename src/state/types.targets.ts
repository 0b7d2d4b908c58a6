import type { FieldName } from '../domain/field';

/** Why Sort sorts into something else than before; said until it is dismissed. */
export interface TargetNote {
	kind: /** A head was made the one that Sort uses. */
		| 'head'
		/** The head is gone or no longer active. */
		| 'head-gone'
		/** The head was made for embeddings that this version of the app does not make. */
		| 'head-other-embeddings';
	field: FieldName;
}

export interface TargetData {
	targetNote: TargetNote | null;
}

export interface TargetActions {
	/** A label of one's own: one that the field may not have yet. Only where Sort sorts into a field. */
	correctAs(productId: string, label: string): Promise<void>;
	dismissTargetNote(): void;
}
