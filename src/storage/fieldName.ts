import type { ConfirmedLabels } from '../domain/audit';
import { type FieldName, fieldTaxonomyId, type LabelChange } from '../domain/field';
import type { TrainedHead } from '../domain/head';
import { writing } from './database';
import type { Settings } from './settings';

/**
 * Calls a field something else wherever it is named: labels, heads, reports, split, trainings of the Compare
 * screen, decisions, and settings. One transaction: all or nothing. Nothing may be stored under the new name.
 * @param changes what that means for the labels
 */
export async function moveField(
	from: FieldName,
	to: FieldName,
	changes: LabelChange[],
): Promise<void> {
	const target = { from: fieldTaxonomyId(from), to: fieldTaxonomyId(to) };
	await writing(async (database) => {
		const names = [
			'labels',
			'heads',
			'reports',
			'splits',
			'labRuns',
			'decisions',
			'settings',
		] as const;
		const transaction = database.transaction(names, 'readwrite');
		const [labels, heads, reports, splits, labRuns, decisions, settings] = [
			transaction.objectStore('labels'),
			transaction.objectStore('heads'),
			transaction.objectStore('reports'),
			transaction.objectStore('splits'),
			transaction.objectStore('labRuns'),
			transaction.objectStore('decisions'),
			transaction.objectStore('settings'),
		];
		const ofTarget = IDBKeyRange.bound([target.from], [target.from, []]);
		const [trained, split, runs, decided, active, confirmed, chosen] = await Promise.all([
			heads.index('field').getAll(from),
			splits.get(from),
			labRuns.index('field').getAll(from),
			decisions.getAll(ofTarget),
			settings.get('activeHeads') as Promise<Settings['activeHeads'] | undefined>,
			settings.get('confirmedLabels') as Promise<ConfirmedLabels | undefined>,
			settings.get('taxonomyId'),
		]);
		const measured = await Promise.all(trained.map(({ id }) => reports.get(id)));
		const { [from]: head, ...others } = active ?? {};
		const { [from]: stoodBy, ...elsewhere } = confirmed ?? {};
		const renamed = (each: TrainedHead): TrainedHead => ({
			...each,
			field: to,
			specification: { ...each.specification, field: to },
		});
		await Promise.all([
			...changes.map(({ field, productId, label }) =>
				label ? labels.put(label) : labels.delete([field, productId]),
			),
			...trained.map((each) => heads.put(renamed(each))),
			...measured.map((report) => report && reports.put({ ...report, field: to })),
			split && splits.delete(from),
			split && splits.put({ ...split, field: to }),
			...runs.map((run) =>
				labRuns.put({
					...run,
					field: to,
					specification: { ...run.specification, field: to },
					result: run.result && {
						head: renamed(run.result.head),
						report: { ...run.result.report, field: to },
					},
				}),
			),
			decisions.delete(ofTarget),
			...decided.map((decision) => decisions.put({ ...decision, taxonomyId: target.to })),
			head && settings.put({ ...others, [to]: head }, 'activeHeads'),
			stoodBy && settings.put({ ...elsewhere, [to]: stoodBy }, 'confirmedLabels'),
			chosen === target.from && settings.put(target.to, 'taxonomyId'),
			transaction.done,
		]);
	});
}
