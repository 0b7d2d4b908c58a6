import { unattended } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { ProductSuggestions } from '../domain/suggestion';
import { type SuggestStamps, suggest } from '../jobs/suggest';
import { preparedTaxonomies } from '../jobs/taxonomies';
import { backboneStamps, titleStamp } from '../maths/stamps';
import type { ActionContext } from './context';
import { sortBackbone, textEncoder } from './deviceActions';

/** Turns stored embeddings into suggestions on the screen, one request to the worker at a time. */
export interface Suggester {
	/** Suggests for these products soon; many small calls become a few larger ones. */
	request(products: Product[]): void;
	/** What was suggested from a taxonomy earlier in this visit and still holds. */
	known(taxonomyId: string): Suggestions;
	/** Suggests for whatever has none yet: another taxonomy was chosen, or the visit begins. */
	all(): Promise<void>;
	/** Resolves when nothing is waiting. */
	settled(): Promise<void>;
}

type Suggestions = ReadonlyMap<string, ProductSuggestions>;

/** Products of the first request after a change: what fits on a screen, so that it is there at once. */
const screenful = 36;
/** Products of each later request. */
const chunk = 240;

export function suggesting({ services, set, get, manifest, attempt }: ActionContext): Suggester {
	let waiting = new Map<string, Product>();
	let working: Promise<void> | null = null;
	/** Goes up when the taxonomy changes, so that late answers to an old question are dropped. */
	let question = 0;
	/** By taxonomy: switching back asks nothing again. */
	const answered = new Map<string, Suggestions>();
	/** Prepared taxonomies that the worker was asked to load. */
	const loaded = new Set<string>();

	async function work(): Promise<void> {
		const found = await manifest();
		const stamps = currentStamps(found);
		let asked = -1;
		while (waiting.size > 0) {
			const batch = [...waiting.values()].slice(0, asked === question ? chunk : screenful);
			for (const { id } of batch) waiting.delete(id);
			asked = question;
			const { taxonomyId } = get();
			const products = batch.map(({ id, title, photos }) => ({
				id,
				title,
				photoIds: photos.map(({ photoId }) => photoId),
			}));
			const suggestions = await suggest(
				services,
				{ manifest: found, taxonomyId, products, stamps },
				unattended,
			);
			if (asked !== question) continue;
			set((state) => {
				const all = merged(state.suggestions, suggestions);
				answered.set(taxonomyId, all);
				return { suggestions: all };
			});
		}
		// Not waited for, and nothing to show if it fails: choosing that taxonomy meets the same failure.
		void loadOthers(found, stamps).catch(() => loaded.clear());
	}

	/** Gets the other prepared taxonomies ready once nothing else waits, so that a switch to them is quick. */
	async function loadOthers(found: ModelsManifest, stamps: SuggestStamps): Promise<void> {
		for (const { id } of preparedTaxonomies(found)) {
			if (loaded.has(id) || waiting.size > 0) continue;
			loaded.add(id);
			await suggest(
				services,
				{ manifest: found, taxonomyId: id, products: [], stamps },
				unattended,
			);
		}
	}

	function currentStamps(found: ModelsManifest): SuggestStamps {
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
			// There is new evidence: what other taxonomies gave these products holds no longer.
			const { taxonomyId } = get();
			for (const [id, suggestions] of answered)
				if (id !== taxonomyId) answered.set(id, without(suggestions, products));
			void start();
		},
		known: (taxonomyId) => answered.get(taxonomyId) ?? new Map(),
		async all() {
			question += 1;
			const { products, suggestions } = get();
			if (products.length === 0) answered.clear();
			const missing = products.filter(({ id }) => !suggestions.has(id));
			waiting = new Map(missing.map((product) => [product.id, product]));
			if (missing.length > 0) await start();
		},
		settled: () => working ?? Promise.resolve(),
	};
}

/** A product without any evidence keeps no entry: it is still waiting for the networks. */
function merged(before: Suggestions, found: ProductSuggestions[]): Suggestions {
	const after = new Map(before);
	for (const entry of found)
		if (entry.evidence === 'none') after.delete(entry.productId);
		else after.set(entry.productId, entry);
	return after;
}

function without(suggestions: Suggestions, products: Product[]): Suggestions {
	const left = new Map(suggestions);
	for (const { id } of products) left.delete(id);
	return left;
}
