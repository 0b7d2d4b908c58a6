import { embeddingSetId } from '../domain/embedding';
import type { FieldName } from '../domain/field';
import { type HeadSummary, storedHead, type TrainedHead } from '../domain/head';
import type { Report } from '../domain/report';
import type { Split } from '../domain/split';
import { openDatabase, writing } from './database';
import { setRange } from './embeddings';

export async function allHeads(): Promise<TrainedHead[]> {
	return (await (await openDatabase()).getAll('heads')).map(storedHead);
}

/** All heads without their parameters, newest first; one that was brought in beside the original, which is as old, by version. */
export async function headSummaries(): Promise<HeadSummary[]> {
	const heads = await allHeads();
	return heads.map(headSummary).sort((a, b) => b.createdAt - a.createdAt || b.version - a.version);
}

export function headSummary({ model, seen, ...rest }: TrainedHead): HeadSummary {
	return {
		...rest,
		labels: model.labels,
		products: rest.imported?.products ?? seen.length,
		bytes: parameterBytes([model.parameters, model.inputs]),
		tuned: model.inputs.flatMap(({ own }) => own?.learned ?? []),
	};
}

/** Of all numbers and terms in it, however deep they lie. */
function parameterBytes(value: unknown): number {
	if (ArrayBuffer.isView(value)) return value.byteLength;
	if (value instanceof Blob) return value.size;
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce((sum: number, part) => sum + parameterBytes(part), 0);
}

export async function headsOf(field: FieldName): Promise<TrainedHead[]> {
	return (await (await openDatabase()).getAllFromIndex('heads', 'field', field)).map(storedHead);
}

export async function headById(id: string): Promise<TrainedHead | undefined> {
	const head = await (await openDatabase()).get('heads', id);
	return head && storedHead(head);
}

export async function putHead(head: TrainedHead): Promise<void> {
	await writing((database) => database.put('heads', head));
}

/**
 * Stores what a training ended in, all or nothing. No report where there was nothing to measure on, and no split for a
 * head that was trained elsewhere.
 */
export async function putTrained(
	head: TrainedHead,
	report: Report | null,
	split: Split | null,
): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction(['heads', 'reports', 'splits'], 'readwrite');
		await Promise.all([
			transaction.objectStore('heads').put(head),
			report && transaction.objectStore('reports').put(report),
			split && transaction.objectStore('splits').put(split),
			transaction.done,
		]);
	});
}

/** Deletes a head and its report together, and what networks saw that learned for it alone. */
export async function deleteHead(id: string): Promise<void> {
	const head = await headById(id);
	await writing(async (database) => {
		const transaction = database.transaction(['heads', 'reports', 'embeddings'], 'readwrite');
		await Promise.all([
			transaction.objectStore('heads').delete(id),
			transaction.objectStore('reports').delete(id),
			...ownSets(head).map((set) => transaction.objectStore('embeddings').delete(setRange(set))),
			transaction.done,
		]);
	});
}

/** Sets of embeddings that only this head looks at; whoever needs one again has it made anew. */
export function ownSets(head: TrainedHead | undefined): string[] {
	const own = head?.model.inputs.filter(({ own }) => own) ?? [];
	return own.map(({ stamp }) => embeddingSetId(stamp));
}

export async function reportOf(headId: string): Promise<Report | undefined> {
	return (await openDatabase()).get('reports', headId);
}

export async function allReports(): Promise<Report[]> {
	return (await openDatabase()).getAll('reports');
}
