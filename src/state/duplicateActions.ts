import { sortBackbone } from '../jobs/modelEntries';
import { backboneStamps } from '../maths/stamps';
import type { ActionContext } from './context';
import type { DuplicateActions } from './types.duplicates';

/** Looking for photos that several products share, by what Sort's network saw in them. */
export function duplicateActions({
	services,
	set,
	get,
	jobs,
	manifest,
	attempt,
}: ActionContext): DuplicateActions {
	return {
		findDuplicates: () =>
			attempt(async () => {
				if (get().jobs.has('compare')) return;
				const { findDuplicates } = await import('../jobs/findDuplicates');
				const { embedding } = backboneStamps(sortBackbone(await manifest()));
				const { products } = get();
				const found = await jobs.run('compare', false, (job) =>
					findDuplicates(services, { products, stamp: embedding }, job),
				);
				set({ duplicates: { ...found, products } });
			}),
	};
}
