import type { FieldName, LabelAssignment, LabelChange } from '../domain/field';
import { openDatabase } from './database';
import { writeDecisions } from './decisions';

/** Every label of a field. */
export async function labelsOf(field: FieldName): Promise<LabelAssignment[]> {
	const range = IDBKeyRange.bound([field], [field, []]);
	return (await openDatabase()).getAll('labels', range);
}

/** Every label of every field. */
export async function allLabels(): Promise<LabelAssignment[]> {
	return (await openDatabase()).getAll('labels');
}

/** Names of the fields that have a label. */
export async function fieldNames(): Promise<FieldName[]> {
	const names: FieldName[] = [];
	const database = await openDatabase();
	// From field to field, past all products of the one just seen.
	let cursor = await database.transaction('labels').store.openKeyCursor();
	while (cursor) {
		const [field] = cursor.key;
		names.push(field);
		cursor = await cursor.continue([field, []] as unknown as [string, string]);
	}
	return names;
}

/** Writes changes in one transaction: all or none. @returns what undoes them */
export async function writeLabels(changes: LabelChange[]): Promise<LabelChange[]> {
	return writeDecisions([], changes);
}
