import { defaultSpecification } from '../domain/head';
import type { ActionContext } from './context';
import type { Searching } from './searching';
import type { RecommendActions } from './types.recommend';

/** Recommending by what people took together. */
export function recommendActions(
	{ services, set, get, jobs, attempt }: ActionContext,
	search: Searching,
): RecommendActions {
	return {
		bringInteractions: (file) =>
			attempt(async () => {
				if (get().jobs.has('recommend')) return;
				const { readInteractions } = await import('../jobs/readInteractions');
				await jobs.run('recommend', false, async (job) => {
					const interactions = await readInteractions(file, get().products, job);
					set({ interactions, blends: null });
					if (interactions.productIds.length === 0) return;
					const { seed } = defaultSpecification;
					const blends = await search.ask(async () => {
						await search.open();
						return services.search.remote.blends({ seed }, job);
					});
					if (get().interactions === interactions) set({ blends });
				});
			}),
		forgetInteractions: () => set({ interactions: null, blends: null }),
	};
}
