import type { FieldName, FieldSource, LabelAssignment, LabelChange } from '../domain/field';
import type { CategoryPaths } from '../maths/categoryIds';

/** Labels of one field, by product id. */
export type FieldLabels = ReadonlyMap<string, LabelAssignment>;

export interface LabelData {
	/** What ids in columns of categories stand for; `null` until they are needed. */
	categoryPaths: CategoryPaths | null;
	/** Labels of every field that has any, by field and product id. */
	labels: ReadonlyMap<FieldName, FieldLabels>;
	/** Steps that `undoLabels` can take back: the changes that undo each, newest last. */
	labelUndo: readonly LabelStep[];
}

/** What can be done to labels; for the sentence on the undo button. */
export type LabelEdit =
	| 'import'
	| 'label'
	| 'unlabel'
	| 'rename'
	| 'merge'
	| 'delete'
	| 'delete-field';

/** One thing a person did to labels; `name` is the label or field it was done to, as it was called before. */
export type LabelStep =
	| { what: LabelEdit; name: string; undo: LabelChange[] }
	| { what: 'rename-field'; name: FieldName; to: FieldName };

export interface LabelActions {
	/** Reads the shipped taxonomies, where the catalogue has categories as ids. */
	loadCategoryPaths(): Promise<void>;
	/** Writes labels as one step that can be undone. @param name what it is done to; left out, the field */
	changeLabels(what: LabelEdit, changes: LabelChange[], name?: string): Promise<void>;
	undoLabels(): Promise<void>;
	/**
	 * Reads a field's labels from a source. Of a field that exists, `fill` touches only products without a
	 * label, and `replace` leaves nothing of what was there.
	 */
	addField(field: FieldName, source: FieldSource, onto: 'replace' | 'fill'): Promise<void>;
	/** By hand; `null` takes the label away. */
	labelProducts(
		field: FieldName,
		productIds: Iterable<string>,
		label: string | null,
	): Promise<void>;
	/** And every path below it. To a label that exists, it is a merge. */
	renameLabel(field: FieldName, from: string, to: string): Promise<void>;
	/** And every path below it. */
	deleteLabel(field: FieldName, label: string): Promise<void>;
	/** To a name that no field and no head has: heads, their reports and their split go along. */
	renameField(from: FieldName, to: FieldName): Promise<void>;
	deleteField(field: FieldName): Promise<void>;
}
