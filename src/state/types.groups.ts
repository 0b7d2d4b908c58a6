import type { FieldName } from '../domain/field';
import type { Grouping, GroupingRequest } from '../domain/groups';

export interface GroupData {
	/** The last one of this visit; `null` before the first. */
	grouping: Grouping | null;
}

export interface GroupActions {
	/** Puts products into groups by what they look like or are called. */
	groupProducts(request: GroupingRequest): Promise<void>;
	/** Gives a group's products a label, those that have none in this field: one step that can be undone. */
	nameGroup(field: FieldName, productIds: readonly string[], label: string): Promise<void>;
}
