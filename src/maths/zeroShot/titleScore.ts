import { bestPart, type Candidates, pathCosines } from './candidates';
import type { Lexicon } from './lexicon';
import { relatedCategories } from './relatedCategories';
import { titleSpans } from './titleText';
import { lemmaKey } from './wordForms';
import { type WordCounts, wordMatcher } from './wordMatch';

/** One head of a title, as `TitleScorer.headCosines` sees it. */
export interface ScoredHead {
	/** `[categories]` */
	cosines: Float32Array;
	/** Number of its segment. */
	distance: number;
}

/** Weights of the five kinds of evidence, chosen on the train rows of the fashion catalogue (docs/zero-shot.md). */
const weights = { name: 0.5, path: 0.5, head: 1, words: 0.5, senses: 1 };
/** Sharpens matching words: half of a name is worth little. */
const wordsPower = 4;
const sensesPower = 2;
/** Taken off a head for each segment before its own. */
const segmentCost = 0.1;
/** What a sense still counts one word farther from the end: e^−0.5. */
const spanDecay = 0.5;
/** Rarer meanings of a word count less, and those after the fourth not at all. */
const mostSenses = 4;
const rankCost = 0.05;
/** Categories with others below them are rarely the answer. */
const parentCost = 0.4;

/** Scores titles against the categories of one taxonomy. */
export class TitleScorer {
	readonly #candidates: Candidates;
	readonly #lexicon: Lexicon;
	readonly #words: (title: string) => Float32Array;
	readonly #related: ReturnType<typeof relatedCategories>;

	constructor(candidates: Candidates, lexicon: Lexicon, counts: WordCounts) {
		this.#candidates = candidates;
		this.#lexicon = lexicon;
		this.#words = wordMatcher(candidates, counts);
		this.#related = relatedCategories(candidates, lexicon, 'lin');
	}

	/**
	 * @param partCosines of a head with every row that is a part, `[keys − parts]`
	 * @returns `[categories]`
	 */
	headCosines(partCosines: Float32Array): Float32Array {
		return bestPart(this.#candidates.keys, partCosines);
	}

	/**
	 * @param nameCosines of the whole title with every row that is a name, `[names]`
	 * @returns `[categories]`, about 0 to 3.5; above 1.4 something in the title names the category
	 */
	score(title: string, nameCosines: Float32Array, heads: ScoredHead[]): Float32Array {
		const { tree, keys } = this.#candidates;
		const paths = pathCosines(this.#candidates, nameCosines);
		const words = this.#words(title);
		const senses = this.#senses(title);
		const scores = new Float32Array(tree.count);
		for (let i = 0; i < tree.count; i++) {
			let head = heads.length === 0 ? 0 : Number.NEGATIVE_INFINITY;
			for (const { cosines, distance } of heads)
				head = Math.max(head, (cosines[i] as number) - segmentCost * distance);
			scores[i] =
				weights.name * (nameCosines[keys.nameRow[i] as number] as number) +
				weights.path * (paths[i] as number) +
				weights.head * head +
				weights.words * (words[i] as number) ** wordsPower +
				weights.senses * (senses[i] as number) ** sensesPower -
				parentCost * (tree.hasChildren[i] as number);
		}
		return scores;
	}

	/** How near in meaning any words of the title come to each category, `[categories]`, 0–1. */
	#senses(title: string): Float32Array {
		const best = new Float32Array(this.#candidates.tree.count);
		for (const { text, distance } of titleSpans(title)) {
			const key = lemmaKey(text);
			if (key.length < 3) continue;
			const near = Math.exp(-spanDecay * distance);
			for (const [rank, sense] of this.#lexicon.senses(key).slice(0, mostSenses).entries()) {
				const factor = near * (1 - rankCost * rank);
				const { categories, values } = this.#related(sense);
				for (let k = 0; k < categories.length; k++) {
					const category = categories[k] as number;
					best[category] = Math.max(best[category] as number, factor * (values[k] as number));
				}
			}
		}
		return best;
	}
}
