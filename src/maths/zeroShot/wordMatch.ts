import type { Candidates } from './candidates';
import { titleSegments } from './titleText';
import { tokens } from './wordForms';

/** In how many of a fixed set of category names (Google's) each word comes: a constant, not the list at hand. */
export interface WordCounts {
	names: number;
	counts: ReadonlyMap<string, number>;
}

/** What a word still counts one word farther from the end of its segment: e^−0.4. */
const decay = 0.4;
/** What the words of a part count when its head (its last word) is not in the title. */
const withoutHead = 0.5;

/**
 * How much of each category's words stand in a title, rare words counting more (inverse document frequency)
 * and words near the end of a segment too.
 * @returns function from a title to `[categories]`, 0–1
 */
export function wordMatcher(
	{ keys, tree }: Candidates,
	words: WordCounts,
): (title: string) => Float32Array {
	const rarity = (word: string): number =>
		Math.log((words.names + 1) / ((words.counts.get(word) ?? 0) + 1));
	const partTokens = Array.from(keys.partRow, (row) => tokens(keys.keys[row] as string));
	const totals = partTokens.map((own) => own.reduce((sum, word) => sum + rarity(word), 1e-6));
	const heads = partTokens.map((own) => own.at(-1) ?? '');
	const withWord = new Map<string, number[]>();
	/** "t shirt" in a title is "tshirt" in a list, and the other way round. */
	const joined = new Map<string, number[]>();
	for (const [part, own] of partTokens.entries()) {
		for (const word of new Set(own)) push(withWord, word, part);
		push(joined, own.join(''), part);
	}
	const sums = new Float64Array(partTokens.length);
	const hasHead = new Uint8Array(partTokens.length);

	return (title) => {
		const touched = new Set<number>();
		const { distances, pairs } = positions(title);
		for (const [word, distance] of distances)
			for (const part of withWord.get(word) ?? []) {
				touched.add(part);
				sums[part] = (sums[part] as number) + rarity(word) * Math.exp(-decay * distance);
				if (heads[part] === word) hasHead[part] = 1;
			}
		for (const part of touched)
			sums[part] =
				((sums[part] as number) / (totals[part] as number)) * (hasHead[part] ? 1 : withoutHead);
		for (const [pair, distance] of pairs)
			for (const part of joined.get(pair) ?? []) {
				touched.add(part);
				sums[part] = Math.max(sums[part] as number, Math.exp(-decay * distance));
			}
		const best = new Float32Array(tree.count);
		for (const part of touched) {
			const category = categoryOfPart(keys.partStart, part);
			best[category] = Math.max(best[category] as number, Math.min(1, sums[part] as number));
			sums[part] = 0;
			hasHead[part] = 0;
		}
		return best;
	};
}

/** Each word at its nearest to the end of a segment, and each pair of neighbours written as one. */
function positions(title: string): { distances: Map<string, number>; pairs: [string, number][] } {
	const distances = new Map<string, number>();
	const pairs: [string, number][] = [];
	for (const [number, segment] of titleSegments(title).entries()) {
		const words = segment.flatMap(tokens);
		for (const [i, word] of words.entries()) {
			const distance = number + words.length - 1 - i;
			distances.set(word, Math.min(distances.get(word) ?? 99, distance));
			if (i > 0) pairs.push([(words[i - 1] as string) + word, distance]);
		}
	}
	return { distances, pairs };
}

/** The category c with `partStart[c] <= part < partStart[c + 1]`. */
function categoryOfPart(partStart: Int32Array, part: number): number {
	let low = 0;
	let high = partStart.length - 2;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((partStart[middle] as number) <= part) low = middle;
		else high = middle - 1;
	}
	return low;
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
