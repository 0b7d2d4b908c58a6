import type { FieldName, LabelAssignment, LabelChange } from '../domain/field';

/** Labels of one field, by product id. */
export type FieldLabels = ReadonlyMap<string, LabelAssignment>;

export interface LabelData {
	/** Labels of every field that has any, by field and product id. */
	labels: ReadonlyMap<FieldName, FieldLabels>;
	/** Steps that `undoLabels` can take back: the changes that undo each, newest last. */
	labelUndo: readonly LabelStep[];
}

/** One thing a person did to labels. */
export interface LabelStep {
	/** For the sentence on the undo button. */
	what: 'import' | 'label' | 'rename' | 'merge' | 'delete' | 'delete-field';
	undo: LabelChange[];
}

export interface LabelActions {
	/** Writes labels as one step that can be undone. */
	changeLabels(what: LabelStep['what'], changes: LabelChange[]): Promise<void>;
	undoLabels(): Promise<void>;
}
