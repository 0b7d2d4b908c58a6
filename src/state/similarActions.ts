import { unattended } from '../domain/job';
import type { SimilarRequest } from '../domain/similar';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { Searching } from './searching';
import type { SimilarActions } from './types.similar';

/** Searching the catalogue by what products look like and what they are called. */
export function similarActions(
	{ services, get }: ActionContext,
	device: Device,
	search: Searching,
): SimilarActions {
	async function ask(request: SimilarRequest, signal: AbortSignal) {
		const { findSimilar } = await import('../jobs/similar');
		const searchable = await search.open();
		signal.throwIfAborted();
		const job = { ...unattended, signal };
		const { products } = get();
		const hits = await findSimilar(services, products, request, among(request), device, job);
		return { hits, searchable };
	}

	function among({ among: wanted }: SimilarRequest): ((productId: string) => boolean) | null {
		if (!wanted) return null;
		const labels = get().labels.get(wanted.field);
		return (id) => {
			const own = labels?.get(id)?.label;
			return own !== undefined && (wanted.label === null || own === wanted.label);
		};
	}

	return {
		similar: (request, signal) => search.ask(() => ask(request, signal)),
	};
}
