import type { FieldName } from '../domain/field';
import type { Split } from '../domain/split';
import { openDatabase } from './database';

/** The split that a field's heads are trained and reported on. */
export async function splitOf(field: FieldName): Promise<Split | undefined> {
	return (await openDatabase()).get('splits', field);
}

export async function allSplits(): Promise<Split[]> {
	return (await openDatabase()).getAll('splits');
}
