import type { FieldName } from '../domain/field';
import { storedHead, storedSpecification } from '../domain/head';
import type { LabRun, LabRunSummary } from '../domain/lab';
import { openDatabase, writing } from './database';
import { setRange } from './embeddings';
import { headSummary, ownSets } from './heads';

/** All runs, in the order in which they are done. */
export async function labRuns(): Promise<LabRunSummary[]> {
	const runs = await (await openDatabase()).getAll('labRuns');
	return runs
		.map(storedRun)
		.map(labRunSummary)
		.sort((a, b) => a.order - b.order);
}

export function labRunSummary({ result, ...run }: LabRun): LabRunSummary {
	return {
		...run,
		result: result && { head: headSummary(result.head), report: result.report },
	};
}

export async function labRun(id: string): Promise<LabRun | undefined> {
	const run = await (await openDatabase()).get('labRuns', id);
	return run && storedRun(run);
}

/** A run as it was stored, by this version or an earlier one. */
function storedRun(run: LabRun): LabRun {
	return {
		...run,
		specification: storedSpecification(run.specification),
		result: run.result && { ...run.result, head: storedHead(run.result.head) },
	};
}

/** Stores runs together: all or none. */
export async function putLabRuns(runs: readonly LabRun[]): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('labRuns', 'readwrite');
		await Promise.all([...runs.map((run) => transaction.store.put(run)), transaction.done]);
	});
}

/** The runs of a field, done and waiting, and what networks saw that learned in them. */
export async function deleteLab(field: FieldName): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['labRuns', 'embeddings'], 'readwrite');
		const store = transaction.objectStore('labRuns');
		const runs = await store.index('field').getAll(field);
		const sets = runs.flatMap(({ result }) => ownSets(result?.head));
		await Promise.all([
			...runs.map(({ id }) => store.delete(id)),
			...sets.map((set) => transaction.objectStore('embeddings').delete(setRange(set))),
			transaction.done,
		]);
	});
}
