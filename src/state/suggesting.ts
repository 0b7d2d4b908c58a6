import type { Product } from '../domain/product';
import type { ProductSuggestions } from '../domain/suggestion';
import { type SuggestStamps, suggest } from '../jobs/suggest';
import { backboneStamps, titleStamp } from '../maths/stamps';
import { textHash } from '../maths/textHash';
import type { ProductToSuggest } from '../workers/learn.contract';
import type { ActionContext } from './context';
import { sortBackbone, textEncoder } from './deviceActions';

/** Turns stored embeddings into suggestions on the screen, one request to the worker at a time. */
export interface Suggester {
	/** Suggests for these products soon; many small calls become a few larger ones. */
	request(products: Product[]): void;
	/** Suggests for everything anew: another taxonomy was chosen, or the visit begins. */
	all(): Promise<void>;
	/** Resolves when nothing is waiting. */
	settled(): Promise<void>;
}

const chunk = 500; // products a request: what is on screen comes first, the rest follows

export function suggesting({ services, set, get, manifest, attempt }: ActionContext): Suggester {
	let waiting = new Map<string, Product>();
	let working: Promise<void> | null = null;
	/** Goes up when the taxonomy changes, so that late answers to an old question are dropped. */
	let question = 0;

	async function work(): Promise<void> {
		const stamps = await currentStamps();
		while (waiting.size > 0) {
			const batch = [...waiting.values()].slice(0, chunk);
			for (const { id } of batch) waiting.delete(id);
			const asked = question;
			const { taxonomyId } = get();
			const found = await suggest(
				services,
				{ taxonomyId, products: batch.map(asQuery), stamps },
				{ signal: new AbortController().signal, report() {} },
			);
			if (asked === question) set((state) => ({ suggestions: merged(state.suggestions, found) }));
		}
	}

	async function currentStamps(): Promise<SuggestStamps> {
		const found = await manifest();
		const { beliefs } = backboneStamps(sortBackbone(found));
		if (!beliefs) throw new Error('unreachable: chosen for its beliefs');
		return { beliefs, title: titleStamp(textEncoder(found)) };
	}

	function start(): Promise<void> {
		working ??= attempt(work).finally(() => {
			working = null;
			if (waiting.size > 0) void start();
		});
		return working;
	}

	return {
		request(products) {
			for (const product of products) waiting.set(product.id, product);
			void start();
		},
		async all() {
			question += 1;
			waiting = new Map(get().products.map((product) => [product.id, product]));
			await start();
		},
		settled: () => working ?? Promise.resolve(),
	};
}

function asQuery(product: Product): ProductToSuggest {
	return {
		id: product.id,
		title: product.title,
		titleId: product.title ? textHash(product.title) : null,
		photoIds: product.photos.map(({ photoId }) => photoId),
	};
}

/** A product without any evidence keeps no entry: it is still waiting for the networks. */
function merged(
	before: ReadonlyMap<string, ProductSuggestions>,
	found: ProductSuggestions[],
): ReadonlyMap<string, ProductSuggestions> {
	const after = new Map(before);
	for (const entry of found)
		if (entry.evidence === 'none') after.delete(entry.productId);
		else after.set(entry.productId, entry);
	return after;
}
