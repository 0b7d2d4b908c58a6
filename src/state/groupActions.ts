import { givenLabels } from '../maths/labelEdits';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { GroupActions } from './types.groups';

/** Products in groups, without a label being known: name one, and it is a label. */
export function groupActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
): GroupActions {
	return {
		groupProducts: (request) =>
			attempt(async () => {
				if (get().jobs.has('group')) return;
				const { groupProducts } = await import('../jobs/groupProducts');
				const { products: all, labels } = get();
				const labelled = request.unlabelledIn === null ? null : labels.get(request.unlabelledIn);
				const products = labelled ? all.filter(({ id }) => !labelled.has(id)) : all;
				const found = await manifest();
				const grouping = await jobs.run('group', false, (job) =>
					groupProducts(services, found, { request, products, networks: device }, job),
				);
				set({ grouping });
			}),
		nameGroup(field, productIds, label) {
			const { labels, changeLabels } = get();
			const given = new Map(productIds.map((id) => [id, label]));
			const before = labels.get(field) ?? new Map();
			const changes = givenLabels(field, before, given, 'fill', 'grid', Date.now());
			return changeLabels('label', changes, label);
		},
	};
}
