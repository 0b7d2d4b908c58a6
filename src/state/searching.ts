import { AppError } from '../domain/errors';
import { unattended } from '../domain/job';
import type { Searchable } from '../domain/similar';
import type { openSearch } from '../jobs/similar';
import type { ActionContext } from './context';

export interface Searching {
	/** Has the search worker read the catalogue, unless it has. */
	open(): Promise<Searchable>;
	/** Asks the search worker, anew should it have died and what it had read with it. */
	ask<T>(question: () => Promise<T>): Promise<T>;
}

/** What the search worker has read, and of what: whenever that is replaced, it reads anew. */
export function searching({ services, get, manifest }: ActionContext): Searching {
	let opened: { of: readonly unknown[]; searchable: Promise<Searchable> } | null = null;

	async function read(catalogue: Parameters<typeof openSearch>[2]): Promise<Searchable> {
		const { openSearch } = await import('../jobs/similar');
		return openSearch(services, await manifest(), catalogue, unattended);
	}

	return {
		async open() {
			const { products, suggestions, interactions } = get();
			// Suggestions come with embeddings: as long as none came, there is nothing new to read.
			const of = [products, suggestions, interactions];
			if (!opened || of.some((each, i) => each !== opened?.of[i])) {
				const searchable = read({ products, interactions });
				opened = { of, searchable };
				searchable.catch(() => {
					opened = null;
				});
			}
			return opened.searchable;
		},
		async ask(question) {
			try {
				return await question();
			} catch (error) {
				if (!(error instanceof AppError) || error.code !== 'worker-died') throw error;
				opened = null;
				return question();
			}
		},
	};
}
