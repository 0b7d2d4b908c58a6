import type { Taxonomy } from '../domain/taxonomy';

/** A taxonomy's words, folded once so that every keystroke only compares. */
export interface CategoryIndex {
	/** Folded full path of each category, words separated by single spaces, a space at both ends. */
	paths: string[];
	/** The same for its own name alone. */
	leaves: string[];
	depths: Uint8Array;
}

export interface CategoryMatches {
	/** Best first, at most the asked number. */
	categories: number[];
	/** How many there are in all. */
	total: number;
}

/** Lower case, without accents or punctuation: "Café & Bar" and "cafe bar" are the same. */
function folded(text: string): string {
	const words = text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	return ` ${words.join(' ')} `;
}

export function categoryIndex(taxonomy: Taxonomy): CategoryIndex {
	const { categories } = taxonomy;
	const paths: string[] = [];
	const leaves: string[] = [];
	const depths = new Uint8Array(categories.length);
	for (const [i, { name, parent }] of categories.entries()) {
		const leaf = folded(name);
		leaves.push(leaf);
		// Parents stand before their children, so theirs is already there.
		paths.push(parent < 0 ? leaf : `${paths[parent] ?? ' '}${leaf.slice(1)}`);
		depths[i] = parent < 0 ? 0 : Math.min(255, (depths[parent] ?? 0) + 1);
	}
	return { paths, leaves, depths };
}

/**
 * Categories whose path has every word of the query, as the beginning of a word or inside one. What is in the
 * category's own name counts more than what is in its ancestors', whole words more than beginnings, beginnings
 * more than middles; of equals the shallower and then the shorter one comes first.
 */
export function searchCategories(
	index: CategoryIndex,
	query: string,
	limit: number,
): CategoryMatches {
	const phrase = folded(query).trim();
	const words = phrase.split(' ').filter(Boolean);
	if (words.length === 0) return { categories: [], total: 0 };
	const found: { category: number; score: number }[] = [];
	for (let category = 0; category < index.paths.length; category++) {
		const score = scoreOf(index, category, words, phrase);
		if (score !== null) found.push({ category, score });
	}
	found.sort((a, b) => b.score - a.score || a.category - b.category);
	return {
		categories: found.slice(0, limit).map(({ category }) => category),
		total: found.length,
	};
}

function scoreOf(
	{ paths, leaves, depths }: CategoryIndex,
	category: number,
	words: string[],
	phrase: string,
): number | null {
	const path = paths[category] ?? '';
	const leaf = leaves[category] ?? '';
	let score = 0;
	for (const word of words) {
		if (!path.includes(word)) return null;
		score += 10 * strength(leaf, word) + strength(path, word);
	}
	if (leaf === ` ${phrase} `) score += 1000;
	else if (leaf.startsWith(` ${phrase}`)) score += 30;
	return score - (depths[category] ?? 0) - leaf.length / 1000;
}

/** 3 for a whole word (or its plain plural), 2 for the beginning of one, 1 for the middle, 0 for none. */
function strength(text: string, word: string): number {
	if (text.includes(` ${word} `) || text.includes(` ${word}s `)) return 3;
	if (text.includes(` ${word}`)) return 2;
	return text.includes(word) ? 1 : 0;
}
