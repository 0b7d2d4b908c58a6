import { AppError } from '../domain/errors';
import { unattended } from '../domain/job';
import type { Searchable, SimilarRequest } from '../domain/similar';
import { findSimilar, openSearch } from '../jobs/similar';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { SimilarActions } from './types.similar';

/** Searching the catalogue by what products look like and what they are called. */
export function similarActions(
	{ services, get, manifest }: ActionContext,
	device: Device,
): SimilarActions {
	/** What the search worker has read, and of what: whenever that is replaced, it reads anew. */
	let opened: { of: readonly unknown[]; searchable: Promise<Searchable> } | null = null;

	async function open(): Promise<Searchable> {
		const { products, suggestions } = get();
		// Suggestions come with embeddings: as long as none came, there is nothing new to read.
		const of = [products, suggestions];
		if (!opened || of.some((each, i) => each !== opened?.of[i])) {
			const searchable = openSearch(services, await manifest(), products, unattended);
			opened = { of, searchable };
			searchable.catch(() => {
				opened = null;
			});
		}
		return opened.searchable;
	}

	async function ask(request: SimilarRequest, signal: AbortSignal) {
		const searchable = await open();
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
		async similar(request, signal) {
			try {
				return await ask(request, signal);
			} catch (error) {
				if (!(error instanceof AppError) || error.code !== 'worker-died') throw error;
				// What it had read died with it.
				opened = null;
				return ask(request, signal);
			}
		},
	};
}
