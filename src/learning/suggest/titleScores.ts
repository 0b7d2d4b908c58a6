import type { Candidates } from '../../maths/zeroShot/candidates';
import { rowDots } from '../../maths/zeroShot/dots';
import type { Lexicon } from '../../maths/zeroShot/lexicon';
import { TitleScorer } from '../../maths/zeroShot/titleScore';
import { titleHeads } from '../../maths/zeroShot/titleText';
import type { WordCounts } from '../../maths/zeroShot/wordMatch';

/** Bytes of scores kept per taxonomy, for titles and for their heads each. */
const bytesRemembered = 32e6;

/** Scores many titles at once against one taxonomy and remembers the scores. */
export class TitleScores {
	readonly #candidates: Candidates;
	readonly #scorer: TitleScorer;
	readonly #titles = new Map<string, Float32Array>();
	readonly #heads = new Map<string, Float32Array>();
	readonly #mostRemembered: number;

	constructor(candidates: Candidates, lexicon: Lexicon, counts: WordCounts) {
		this.#candidates = candidates;
		this.#scorer = new TitleScorer(candidates, lexicon, counts);
		this.#mostRemembered = Math.ceil(bytesRemembered / (4 * candidates.tree.count));
	}

	/**
	 * @param titles each once
	 * @param vectorOf a title's or head's text → `[d]`, of length 1
	 * @returns `[categories]` for each title
	 */
	score(
		titles: string[],
		vectorOf: (text: string) => Float32Array,
	): ReadonlyMap<string, Float32Array> {
		const found = new Map<string, Float32Array>();
		const fresh: string[] = [];
		for (const title of titles) {
			const known = this.#titles.get(title);
			if (known) found.set(title, known);
			else fresh.push(title);
		}
		if (fresh.length === 0) return found;
		const { keys, vectors, dimensions } = this.#candidates;
		const heads = this.#headCosines(fresh, vectorOf);
		const names = rowDots(
			packed(fresh.map(vectorOf), dimensions),
			vectors.subarray(0, keys.names * dimensions),
			dimensions,
		);
		for (const [i, title] of fresh.entries()) {
			const scores = this.#scorer.score(
				title,
				names.subarray(i * keys.names, (i + 1) * keys.names),
				titleHeads(title).map(({ text, distance }) => ({
					cosines: heads.get(text.toLowerCase()) as Float32Array,
					distance,
				})),
			);
			found.set(title, scores);
			remember(this.#titles, title, scores, this.#mostRemembered);
		}
		return found;
	}

	#headCosines(
		titles: string[],
		vectorOf: (text: string) => Float32Array,
	): Map<string, Float32Array> {
		const found = new Map<string, Float32Array>();
		const fresh = new Set<string>();
		for (const title of titles)
			for (const { text } of titleHeads(title)) {
				const head = text.toLowerCase();
				const known = this.#heads.get(head);
				if (known) found.set(head, known);
				else fresh.add(head);
			}
		const { keys, vectors, dimensions } = this.#candidates;
		const list = [...fresh];
		const width = keys.keys.length - keys.parts;
		const cosines = rowDots(
			packed(list.map(vectorOf), dimensions),
			vectors.subarray(keys.parts * dimensions),
			dimensions,
		);
		for (const [i, head] of list.entries()) {
			const best = this.#scorer.headCosines(cosines.subarray(i * width, (i + 1) * width));
			found.set(head, best);
			remember(this.#heads, head, best, this.#mostRemembered);
		}
		return found;
	}
}

/** Forgets the oldest when there are too many. */
export function remember<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
	kept.set(key, value);
	if (kept.size <= most) return;
	const [oldest] = kept.keys();
	if (oldest !== undefined) kept.delete(oldest);
}

function packed(rows: Float32Array[], dimensions: number): Float32Array {
	const all = new Float32Array(rows.length * dimensions);
	for (const [i, row] of rows.entries()) all.set(row, i * dimensions);
	return all;
}
