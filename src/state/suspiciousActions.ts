import type { Suspicion, SuspiciousListings, Verdict } from '../domain/suspicion';
import { suspicionKey } from '../maths/suspicious/suspicionKey';
import { putSetting, setting } from '../storage/settings';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Searching } from './searching';
import { productsById } from './selectors';
import type { AisleData } from './types';
import type { SuspiciousActions } from './types.suspicious';

export interface SuspiciousOnes {
	actions: SuspiciousActions;
	/** Reads what is stored. */
	open(): Promise<void>;
}

/** Suspicions of products that are there: what nobody has judged, or what has been judged so. */
export function suspicionsJudged(
	{ found }: SuspiciousListings,
	verdict: Verdict | null,
	data: Pick<AisleData, 'products' | 'suspicionVerdicts'>,
): Suspicion[] {
	const byId = productsById(data);
	return found.filter((suspicion) => {
		const product = byId.get(suspicion.productId);
		if (!product) return false;
		return (data.suspicionVerdicts[suspicionKey(suspicion, product)] ?? null) === verdict;
	});
}

/** Looking for listings that something is wrong with. */
export function suspiciousActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	search: Searching,
): SuspiciousOnes {
	return {
		async open() {
			const suspicionVerdicts = (await setting('suspicionVerdicts')) ?? {};
			set({ suspicious: null, suspicionVerdicts });
		},
		actions: {
			lookForSuspicious: (field) =>
				attempt(async () => {
					if (get().jobs.has('suspicious')) return;
					const { lookForSuspicious } = await import('../jobs/suspicious');
					const found = await manifest();
					const { products, labels } = get();
					const input = {
						products,
						field,
						labels: (field !== null && labels.get(field)) || new Map(),
						fields: [...labels.keys()],
						networks: device,
						openSearch: search.open,
					};
					set({ suspicious: null });
					const done = await jobs.run('suspicious', false, (job) =>
						search.ask(() => lookForSuspicious(services, found, input, job)),
					);
					set({ suspicious: done });
				}),
			judgeSuspicion: (suspicion, verdict) =>
				attempt(async () => {
					const product = productsById(get()).get(suspicion.productId);
					if (!product) return;
					const key = suspicionKey(suspicion, product);
					const { [key]: _, ...others } = get().suspicionVerdicts;
					const suspicionVerdicts = verdict ? { ...others, [key]: verdict } : others;
					await putSetting('suspicionVerdicts', suspicionVerdicts);
					set({ suspicionVerdicts });
				}),
			async exportSuspicions(rows) {
				const { exportSuspicions } = await import('../jobs/exportSuspicions');
				const byId = productsById(get());
				return exportSuspicions(
					rows.flatMap(({ suspicion, sentence }) => {
						const product = byId.get(suspicion.productId);
						return product ? [{ product, suspicion, sentence }] : [];
					}),
				);
			},
		},
	};
}
