import { type FieldName, fieldTaxonomyId, type LabelChange } from '../domain/field';
import { writing } from './database';

/**
 * Calls a field something else wherever it is named: labels, heads, reports, split, decisions, and what Sort
 * uses. One transaction: all or nothing. Nothing may be stored under the new name.
 * @param changes what that means for the labels
 */
export async function moveField(
	from: FieldName,
	to: FieldName,
	changes: LabelChange[],
): Promise<void> {
	const target = { from: fieldTaxonomyId(from), to: fieldTaxonomyId(to) };
	await writing(async (database) => {
		const names = ['labels', 'heads', 'reports', 'splits', 'decisions', 'settings'] as const;
		const transaction = database.transaction(names, 'readwrite');
		const [labels, heads, reports, splits, decisions, settings] = [
			transaction.objectStore('labels'),
			transaction.objectStore('heads'),
			transaction.objectStore('reports'),
			transaction.objectStore('splits'),
			transaction.objectStore('decisions'),
			transaction.objectStore('settings'),
		];
		const ofTarget = IDBKeyRange.bound([target.from], [target.from, []]);
		const [trained, split, decided, active, chosen] = await Promise.all([
			heads.index('field').getAll(from),
			splits.get(from),
			decisions.getAll(ofTarget),
			settings.get('activeHeads') as Promise<Record<FieldName, string> | undefined>,
			settings.get('taxonomyId'),
		]);
		const measured = await Promise.all(trained.map(({ id }) => reports.get(id)));
		const { [from]: head, ...others } = active ?? {};
		await Promise.all([
			...changes.map(({ field, productId, label }) =>
				label ? labels.put(label) : labels.delete([field, productId]),
			),
			...trained.map((each) =>
				heads.put({ ...each, field: to, specification: { ...each.specification, field: to } }),
			),
			...measured.map((report) => report && reports.put({ ...report, field: to })),
			split && splits.delete(from),
			split && splits.put({ ...split, field: to }),
			decisions.delete(ofTarget),
			...decided.map((decision) => decisions.put({ ...decision, taxonomyId: target.to })),
			head && settings.put({ ...others, [to]: head }, 'activeHeads'),
			chosen === target.from && settings.put(target.to, 'taxonomyId'),
			transaction.done,
		]);
	});
}
