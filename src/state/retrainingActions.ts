import { headById } from '../storage/heads';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import { activeHead } from './fieldTarget';
import type { Heads } from './headActions';
import type { RetrainingActions } from './types.retraining';

/** Teaching a head what was corrected since it was trained, and choosing between the two. */
export function retrainingActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	heads: Heads,
): RetrainingActions {
	return {
		retrain: (field) =>
			attempt(async () => {
				const { splits, labels, products, jobs: running } = get();
				const active = activeHead(get(), field);
				if (!active || running.has('train')) return;
				set({ retraining: null });
				const { head, ...rest } = await jobs.run('train', false, async (job) => {
					const { retrainHead } = await import('../jobs/retrainHead');
					const old = await headById(active.id);
					if (!old) throw new Error('unreachable: it was listed');
					const assignments = [...(labels.get(field)?.values() ?? [])];
					const split = splits.get(field) ?? null;
					const input = { head: old, split, products, assignments, networks: device };
					return retrainHead(services, await manifest(), input, job);
				});
				await heads.open();
				set({ retraining: { field, before: active.id, after: head.id, ...rest } });
			}),
		async settleRetraining(keep, deleteNew) {
			const { retraining } = get();
			if (!retraining) return;
			set({ retraining: null });
			if (keep === 'new') await heads.actions.activateHead(retraining.after);
			else if (deleteNew) await heads.actions.deleteHead(retraining.after);
		},
	};
}
