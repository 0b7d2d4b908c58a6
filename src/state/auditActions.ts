import type { Audit, DoubtedLabel } from '../domain/audit';
import { defaultSpecification } from '../domain/head';
import { sortBackbone } from '../jobs/modelEntries';
import { putSetting, setting } from '../storage/settings';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { AuditActions, AuditData } from './types.audit';
import type { LabelData } from './types.labels';

export interface Audits {
	actions: AuditActions;
	/** Reads what is stored. */
	open(): Promise<void>;
}

/** What is still to be decided: neither changed since, nor stood by. */
export function openDoubts(
	{ field, doubted }: Audit,
	{ labels, confirmedLabels }: Pick<LabelData, 'labels'> & Pick<AuditData, 'confirmedLabels'>,
): DoubtedLabel[] {
	const of = labels.get(field);
	return doubted.filter(
		(each) =>
			of?.get(each.productId)?.label === each.given &&
			// Another label of the same product may be doubted all the same.
			confirmedLabels[field]?.[each.productId] !== each.given,
	);
}

/** Looking for products that are filed under the wrong label. */
export function auditActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
): Audits {
	return {
		async open() {
			set({ audit: null, confirmedLabels: (await setting('confirmedLabels')) ?? {} });
		},
		actions: {
			lookForMisfiled: (field, modality) =>
				attempt(async () => {
					if (get().jobs.has('audit')) return;
					const { audit } = await import('../jobs/audit');
					const found = await manifest();
					const specification = {
						...defaultSpecification,
						field,
						modality,
						// What it saw for Sort is there already.
						backbones: modality === 'title' ? [] : [sortBackbone(found).id],
					};
					const { products, labels } = get();
					const assignments = [...(labels.get(field)?.values() ?? [])];
					set({ audit: null });
					const done = await jobs.run('audit', false, (job) =>
						audit(services, found, { specification, products, assignments, networks: device }, job),
					);
					set({ audit: done });
				}),
			confirmLabel: (field, { productId, given }) =>
				attempt(async () => {
					const { confirmedLabels: before } = get();
					const confirmedLabels = { ...before, [field]: { ...before[field], [productId]: given } };
					await putSetting('confirmedLabels', confirmedLabels);
					set({ confirmedLabels });
				}),
		},
	};
}
