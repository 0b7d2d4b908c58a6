import { type FieldName, fieldOfTaxonomy, fieldTaxonomyId } from '../domain/field';
import type { TrainedHead } from '../domain/head';
import { unattended } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { ProductSuggestions } from '../domain/suggestion';
import { sortBackbone, textEncoder } from '../jobs/modelEntries';
import { predictLabels } from '../jobs/predictLabels';
import { type SuggestStamps, suggest } from '../jobs/suggest';
import { preparedTaxonomies } from '../jobs/taxonomies';
import { backboneStamps, titleStamp } from '../maths/stamps';
import { headById } from '../storage/heads';
import type { ActionContext } from './context';

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
	/** While nothing else waits: answers from the other prepared taxonomies, so that a switch shows at once. */
	lookAhead(): void;
}

type Suggestions = ReadonlyMap<string, ProductSuggestions>;

/** Products of the first request after a change: what fits on a screen, so that it is there at once. */
const screenful = 36;
/** Products of each later request. */
const chunk = 240;
/** Products of a request nobody waits for: whoever wants the worker meanwhile waits for one of these. */
const aheadChunk = 60;

export function suggesting({ services, set, get, manifest, attempt }: ActionContext): Suggester {
	let waiting = new Map<string, Product>();
	let working: Promise<void> | null = null;
	/** Goes up when the taxonomy changes, so that late answers to an old question are dropped. */
	let question = 0;
	/** By taxonomy: switching back asks nothing again. */
	const answered = new Map<string, Suggestions>();
	/** Goes up when products get new embeddings. */
	let evidence = 0;
	let lookingAhead = false;
	/** The head asked last, parameters and all. */
	let loaded: { id: string; head: Promise<TrainedHead | undefined> } | null = null;

	async function work(): Promise<void> {
		const found = await manifest();
		const stamps = currentStamps(found);
		let asked = -1;
		while (waiting.size > 0) {
			const batch = [...waiting.values()].slice(0, asked === question ? chunk : screenful);
			for (const { id } of batch) waiting.delete(id);
			asked = question;
			const { taxonomyId } = get();
			const field = fieldOfTaxonomy(taxonomyId);
			const suggestions =
				field === null
					? await suggestFrom(taxonomyId, batch, found, stamps)
					: await predictFor(field, batch);
			if (asked !== question) continue;
			set((state) => {
				const all = merged(state.suggestions, suggestions);
				// A field's labels and head may be others the next time it is chosen.
				if (field === null) answered.set(taxonomyId, all);
				return { suggestions: all };
			});
		}
	}

	/** Stops as soon as anything else wants the worker; what is answered by then is kept. */
	async function answerOthers(): Promise<void> {
		const found = await manifest();
		const stamps = currentStamps(found);
		for (const { id } of preparedTaxonomies(found))
			for (;;) {
				const { products, taxonomyId, jobs } = get();
				const known = answered.get(id) ?? new Map();
				const batch = products.filter((product) => !known.has(product.id)).slice(0, aheadChunk);
				if (id === taxonomyId || batch.length === 0) break;
				if (working || jobs.has('import')) return;
				const before = evidence;
				const suggestions = await suggestFrom(id, batch, found, stamps);
				// What was answered from older evidence must not be shown later.
				if (evidence !== before) return;
				const all = merged(known, suggestions);
				// A product that cannot be read never gets an answer: asked again and again, this would not end.
				if (all.size === known.size) break;
				answered.set(id, all);
			}
	}

	function suggestFrom(
		taxonomyId: string,
		products: Product[],
		found: ModelsManifest,
		stamps: SuggestStamps,
	): Promise<ProductSuggestions[]> {
		const queries = products.map(({ id, title, photos }) => ({
			id,
			title,
			photoIds: photos.map(({ photoId }) => photoId),
		}));
		const input = { manifest: found, taxonomyId, products: queries, stamps };
		return suggest(services, input, unattended);
	}

	/** From the head that Sort uses for the field. */
	async function predictFor(field: FieldName, products: Product[]): Promise<ProductSuggestions[]> {
		const { activeHeads, taxonomy } = get();
		const id = activeHeads[field] ?? '';
		if (loaded?.id !== id) loaded = { id, head: headById(id) };
		const head = await loaded.head;
		// Chosen away meanwhile.
		if (!head || taxonomy?.id !== fieldTaxonomyId(field)) return [];
		return predictLabels(services, { head, taxonomy, products }, unattended);
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
			evidence += 1;
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
		lookAhead() {
			if (lookingAhead) return;
			lookingAhead = true;
			void answerOthers()
				// Nothing to show if it fails: choosing that taxonomy meets the same failure.
				.catch(() => {})
				.finally(() => {
					lookingAhead = false;
				});
		},
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
