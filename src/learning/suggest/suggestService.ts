import type { EmbeddingStamp } from '../../domain/embedding';
import type { JobContext } from '../../domain/job';
import type { KnowledgeEntry, TaxonomyEntry } from '../../domain/models';
import type { Taxonomy } from '../../domain/taxonomy';
import { titleTexts } from '../../maths/zeroShot/titleText';
import { breathe } from '../heads/batches';
import { type CandidateSet, loadCandidates } from './candidateSets';
import { type Knowledge, loadKnowledge } from './knowledge';
import { buildOwnTaxonomy, ownTaxonomyTexts } from './ownTaxonomies';
import { packer, suggestionsFor } from './productSuggestions';
import { storedVectors } from './storedVectors';

interface Common {
	knowledge: KnowledgeEntry;
	base: string;
}

interface SuggestInput extends Common {
	taxonomyId: string;
	prepared: TaxonomyEntry | null;
	products: { id: string; title: string; photoIds: string[] }[];
	stamps: { title: EmbeddingStamp; beliefs: EmbeddingStamp };
	perProduct: number;
	sureAt: number | null;
}

/** Products between two looks for a cancel. */
const productsAtOnce = 60;
/** Taxonomies kept ready: the prepared ones and one of the user's, so that a switch need not load. */
const setsKept = 3;

/** What the learn worker knows without being taught. See `SuggestContract`. */
export function suggestService() {
	let loading: { id: string; knowledge: Promise<Knowledge> } | null = null;
	const sets = new Map<string, Promise<CandidateSet>>();
	const stored = storedVectors();

	function knowledgeFrom({ knowledge, base }: Common): Promise<Knowledge> {
		const id = knowledge.files.map(({ sha256 }) => sha256).join();
		if (loading?.id !== id) {
			loading = { id, knowledge: loadKnowledge(knowledge, base) };
			loading.knowledge.catch(() => {
				loading = null;
			});
		}
		return loading.knowledge;
	}

	function candidates(input: SuggestInput, knowledge: Knowledge): Promise<CandidateSet> {
		const { taxonomyId: id, prepared, base } = input;
		const set = sets.get(id) ?? loadCandidates(id, prepared, knowledge, base);
		// The one used last stands last.
		sets.delete(id);
		sets.set(id, set);
		set.catch(() => sets.delete(id));
		const [oldest] = sets.keys();
		if (sets.size > setsKept && oldest !== undefined) sets.delete(oldest);
		return set;
	}

	async function suggest(input: SuggestInput, job: JobContext) {
		const { products, stamps, perProduct } = input;
		const knowledge = await knowledgeFrom(input);
		const set = await candidates(input, knowledge);
		const packed = packer(products.length, perProduct);
		for (let start = 0; start < products.length; start += productsAtOnce) {
			await breathe(job.signal);
			const some = products.slice(start, start + productsAtOnce);
			const vectorOf = await stored.texts(
				stamps.title,
				some.flatMap(({ title }) => titleTexts(title)),
			);
			const beliefs = await stored.rows(
				stamps.beliefs,
				some.flatMap(({ photoIds }) => photoIds),
			);
			const found = await suggestionsFor(some, { set, knowledge, vectorOf, beliefs }, input);
			for (const [i, suggestions] of found.entries()) packed.put(start + i, suggestions);
			job.report({ step: 'suggest', done: start + some.length, total: products.length });
		}
		return packed.result;
	}

	return {
		suggest,
		async listTexts(input: Common & { taxonomy: Taxonomy }, job: JobContext) {
			const knowledge = await knowledgeFrom(input);
			job.signal.throwIfAborted();
			return { texts: await ownTaxonomyTexts(input.taxonomy, knowledge) };
		},
		async buildList(
			input: Common & { taxonomy: Taxonomy; texts: string[]; vectors: Float32Array },
			job: JobContext,
		) {
			const knowledge = await knowledgeFrom(input);
			await buildOwnTaxonomy(input, knowledge, job);
			return { categories: input.taxonomy.categories.length };
		},
	};
}
