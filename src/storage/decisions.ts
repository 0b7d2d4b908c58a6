import type { LabelChange } from '../domain/field';
import type { Decision } from '../domain/suggestion';
import { openDatabase, writing } from './database';

export async function decisionsFor(taxonomyId: string): Promise<Decision[]> {
	const range = IDBKeyRange.bound([taxonomyId], [taxonomyId, []]);
	return (await openDatabase()).getAll('decisions', range);
}

/**
 * Puts and removes decisions, and the labels that go with them, in one transaction: all or none. `null` removes.
 * @returns what undoes the labels
 */
export async function writeDecisions(
	changes: { taxonomyId: string; productId: string; decision: Decision | null }[],
	labelled: LabelChange[],
): Promise<LabelChange[]> {
	return writing(async (database) => {
		const transaction = database.transaction(['decisions', 'labels'], 'readwrite');
		const decisions = transaction.objectStore('decisions');
		const labels = transaction.objectStore('labels');
		const before = await Promise.all(
			labelled.map(({ field, productId }) => labels.get([field, productId])),
		);
		await Promise.all([
			...labelled.map(({ field, productId, label }) =>
				label ? labels.put(label) : labels.delete([field, productId]),
			),
			...changes.map(({ taxonomyId, productId, decision }) =>
				decision ? decisions.put(decision) : decisions.delete([taxonomyId, productId]),
			),
			transaction.done,
		]);
		return labelled.map(({ field, productId }, i) => ({
			field,
			productId,
			label: before[i] ?? null,
		}));
	});
}
