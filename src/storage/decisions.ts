import type { Decision } from '../domain/suggestion';
import { openDatabase, writing } from './database';

export async function decisionsFor(taxonomyId: string): Promise<Decision[]> {
	const range = IDBKeyRange.bound([taxonomyId], [taxonomyId, []]);
	return (await openDatabase()).getAll('decisions', range);
}

/** Puts and removes decisions in one transaction; `null` removes. */
export async function writeDecisions(
	changes: { taxonomyId: string; productId: string; decision: Decision | null }[],
): Promise<void> {
	await writing(async (database) => {
		const transaction = database.transaction('decisions', 'readwrite');
		await Promise.all([
			...changes.map(({ taxonomyId, productId, decision }) =>
				decision
					? transaction.store.put(decision)
					: transaction.store.delete([taxonomyId, productId]),
			),
			transaction.done,
		]);
	});
}
