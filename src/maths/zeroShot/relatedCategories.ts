import type { Candidates } from './candidates';
import type { Lexicon } from './lexicon';

/** Some categories and a value for each; the others have 0. */
export interface SparseScores {
	categories: Int32Array;
	values: Float32Array;
}

/**
 * `lin`: similarity of two senses (Lin, 1998), for words of titles. `kind-of`: how much of what the category
 * means the sense shares, so that a sense below it counts in full, for classes of photos.
 */
export type Relation = 'lin' | 'kind-of';

/** Common ancestors as empty as "object" or "artifact" relate nothing. */
const leastInformation = 0.2;
/** A category whose name is only partly known to the lexicon counts less: share to this power. */
const sharePower: Record<Relation, number> = { lin: 0.5, 'kind-of': 0.15 };
/** Remembered senses, before all are forgotten. */
const mostRemembered = 4000;

/** Finds the categories that a sense has to do with, through what is above both in the lexicon. */
export function relatedCategories(
	candidates: Candidates,
	lexicon: Lexicon,
	relation: Relation,
): (sense: number) => SparseScores {
	const { tree, keys, senses, shares } = candidates;
	const power = sharePower[relation];
	const categoryOf = new Int32Array(senses.length);
	/** Parts below each sense. */
	const below = new Map<number, number[]>();
	for (let i = 0; i < tree.count; i++)
		for (let part = keys.partStart[i] as number; part < (keys.partStart[i + 1] as number); part++) {
			categoryOf[part] = i;
			const sense = senses[part] as number;
			if (sense < 0) continue;
			for (const ancestor of lexicon.ancestors(sense)) {
				if (relation === 'lin' && lexicon.information(ancestor) <= leastInformation) continue;
				const list = below.get(ancestor);
				if (list) list.push(part);
				else below.set(ancestor, [part]);
			}
		}
	const factors = shares.map((share) => share ** power);
	const scratch = new Float32Array(tree.count);
	const remembered = new Map<number, SparseScores>();

	function find(sense: number): SparseScores {
		const touched: number[] = [];
		for (const ancestor of lexicon.ancestors(sense)) {
			const common = lexicon.information(ancestor);
			for (const part of below.get(ancestor) ?? []) {
				const own = lexicon.information(senses[part] as number);
				const value =
					relation === 'lin'
						? (2 * common) / (lexicon.information(sense) + own + 1e-9)
						: Math.min(1, common / (own + 1e-9));
				const category = categoryOf[part] as number;
				const before = scratch[category] as number;
				const scaled = value * (factors[part] as number);
				if (scaled <= before) continue;
				if (before === 0) touched.push(category);
				scratch[category] = scaled;
			}
		}
		const found = {
			categories: Int32Array.from(touched),
			values: Float32Array.from(touched, (category) => scratch[category] as number),
		};
		for (const category of touched) scratch[category] = 0;
		return found;
	}

	return (sense) => {
		const known = remembered.get(sense);
		if (known) return known;
		if (remembered.size >= mostRemembered) remembered.clear();
		const found = find(sense);
		remembered.set(sense, found);
		return found;
	};
}
