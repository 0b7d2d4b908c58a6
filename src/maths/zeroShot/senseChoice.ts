import { noSense, pathSums } from './candidates';
import { type CategoryKeys, unit } from './categoryKeys';
import type { CategoryTree } from './categoryTree';
import type { Lexicon, Link } from './lexicon';

/** Rarer meanings need better reasons. */
const rankCost = 0.03;
/** In a plain list the other entries tell what kind of list it is. */
const companyWeight = 2;
/** Entries of a long plain list that stand for all: a mean over so many changes little, and time is quadratic. */
const mostCompany = 400;

/**
 * Chooses what each part of the categories' names means: the sense whose gloss comes nearest to the part and
 * its path, and in plain lists to what the other entries may mean.
 * @param vectors `[keys, d]`
 * @param gloss embedding of "lemma: gloss" of a sense, `[d]`
 * @returns `[parts]`, `noSense` where the lexicon knows none
 */
export function chooseSenses(
	tree: CategoryTree,
	keys: CategoryKeys,
	vectors: Float32Array,
	dimensions: number,
	links: Link[],
	lexicon: Lexicon,
	gloss: (sense: number) => Float32Array,
): Uint16Array {
	const chosen = new Uint16Array(links.length).fill(noSense);
	const paths = pathSums(tree, keys, vectors, dimensions);
	const company = tree.flat ? companyOf(keys, links, lexicon) : () => 0;
	for (let category = 0; category < tree.count; category++) {
		const path = unit(paths.slice(category * dimensions, (category + 1) * dimensions));
		for (
			let part = keys.partStart[category] as number;
			part < (keys.partStart[category + 1] as number);
			part++
		) {
			const own = (keys.partRow[part] as number) * dimensions;
			const context = path.map((value, k) => 0.5 * (value + (vectors[own + k] as number)));
			let best = Number.NEGATIVE_INFINITY;
			for (const [rank, sense] of (links[part] as Link).senses.entries()) {
				const score = dot(gloss(sense), context) - rankCost * rank + company(category, sense);
				if (score <= best) continue;
				best = score;
				chosen[part] = sense;
			}
		}
	}
	return chosen;
}

/** How well a sense goes with what the other entries of a plain list may mean: twice the mean similarity. */
function companyOf(
	keys: CategoryKeys,
	links: Link[],
	lexicon: Lexicon,
): (category: number, sense: number) => number {
	const step = Math.max(1, links.length / mostCompany);
	const others: { category: number; senses: number[] }[] = [];
	let category = 0;
	for (let at = 0; at < links.length; at += step) {
		const part = Math.floor(at);
		while ((keys.partStart[category + 1] as number) <= part) category++;
		others.push({ category, senses: (links[part] as Link).senses });
	}
	/** Which of them may mean something below a sense, and with how much information. */
	const below = new Map<number, { other: number; information: number }[]>();
	for (const [other, { senses }] of others.entries())
		for (const sense of senses) {
			const entry = { other, information: lexicon.information(sense) };
			for (const ancestor of lexicon.ancestors(sense)) {
				if (lexicon.information(ancestor) === 0) continue;
				const list = below.get(ancestor);
				if (list) list.push(entry);
				else below.set(ancestor, [entry]);
			}
		}
	const known = new Map<number, Float32Array>();

	/** The most that each of the others' senses resembles this one (Lin, 1998). */
	function similaritiesTo(sense: number): Float32Array {
		const found = new Float32Array(others.length);
		const own = lexicon.information(sense);
		for (const ancestor of lexicon.ancestors(sense)) {
			const common = 2 * lexicon.information(ancestor);
			for (const { other, information } of below.get(ancestor) ?? []) {
				const similarity = common / (own + information + 1e-9);
				if (similarity > (found[other] as number)) found[other] = similarity;
			}
		}
		return found;
	}

	return (own, sense) => {
		const similarities = known.get(sense) ?? similaritiesTo(sense);
		known.set(sense, similarities);
		let sum = 0;
		let count = 0;
		for (const [i, other] of others.entries()) {
			if (other.category === own) continue;
			sum += similarities[i] as number;
			count++;
		}
		return count === 0 ? 0 : (companyWeight * sum) / count;
	};
}

function dot(a: Float32Array, b: Float32Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
	return sum;
}
