import type { FieldName } from '../domain/field';
import type { LabRun, LabRunSummary } from '../domain/lab';
import { openDatabase, writing } from './database';
import { headSummary } from './heads';

/** All runs, in the order in which they are done. */
export async function labRuns(): Promise<LabRunSummary[]> {
	const runs = await (await openDatabase()).getAll('labRuns');
	return runs.map(labRunSummary).sort((a, b) => a.order - b.order);
}

export function labRunSummary({ result, ...run }: LabRun): LabRunSummary {
	return {
		...run,
		result: result && { head: headSummary(result.head), report: result.report },
	};
}

export async function labRun(id: string): Promise<LabRun | undefined> {
	return (await openDatabase()).get('labRuns', id);
}

/** Stores runs together: all or none. */
export async function putLabRuns(runs: readonly LabRun[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('labRuns', 'readwrite');
		await Promise.all([...runs.map((run) => transaction.store.put(run)), transaction.done]);
	});
}

/** The runs of a field, done and waiting. */
export async function deleteLab(field: FieldName): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('labRuns', 'readwrite');
		const keys = await transaction.store.index('field').getAllKeys(field);
		await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
	});
}
