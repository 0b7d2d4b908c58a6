import { lemmaKey } from './wordForms';

/** A dictionary of noun senses (WordNet's synsets) as parallel arrays; a sense is its index. */
export interface LexiconData {
	/** First lemma of each sense. */
	names: string[];
	/** Indices of the senses right above each. */
	hypernyms: number[][];
	/**
	 * Information content, 0 for "entity" to 1 for a sense without any below it (Seco et al., 2004):
	 * 1 − ln(senses at or below) / ln(all senses).
	 */
	information: Float64Array;
	/** Senses of each lemma key, commonest first. */
	index: ReadonlyMap<string, readonly number[]>;
}

/** What a name may mean. */
export interface Link {
	/** Commonest first. */
	senses: number[];
	/** Share of the name's words that the senses stand for: 0.5 when only "shoes" of "casual shoes" is known. */
	share: number;
}

/** Looks up words and how they are related. */
export class Lexicon {
	readonly data: LexiconData;
	readonly #ancestors = new Map<number, readonly number[]>();

	constructor(data: LexiconData) {
		this.data = data;
	}

	/** @param key by `lemmaKey`; its singulars are looked up too */
	senses(key: string): number[] {
		const found = new Set<number>();
		for (const form of inflections(key))
			for (const sense of this.data.index.get(form) ?? []) found.add(sense);
		return [...found];
	}

	knows(key: string): boolean {
		return this.data.index.has(key);
	}

	/** What the longest known end of a name means: "Track Pants" is a kind of pants. */
	link(name: string): Link {
		const words = name.match(/[A-Za-z0-9'-]+/g) ?? [];
		for (let start = 0; start < words.length; start++) {
			const senses = this.senses(lemmaKey(words.slice(start).join('')));
			if (senses.length > 0) return { senses, share: (words.length - start) / words.length };
		}
		return { senses: [], share: 0 };
	}

	information(sense: number): number {
		return this.data.information[sense] as number;
	}

	/** The sense itself and all above it, each once. */
	ancestors(sense: number): readonly number[] {
		const known = this.#ancestors.get(sense);
		if (known) return known;
		const all = new Set([sense]);
		for (const above of this.data.hypernyms[sense] ?? [])
			for (const ancestor of this.ancestors(above)) all.add(ancestor);
		const list = [...all];
		this.#ancestors.set(sense, list);
		return list;
	}

	/** Information of the most informative common ancestor of two senses; 0 without one. */
	shared(a: number, b: number): number {
		const ofB = new Set(this.ancestors(b));
		let most = 0;
		for (const ancestor of this.ancestors(a))
			if (ofB.has(ancestor)) most = Math.max(most, this.information(ancestor));
		return most;
	}

	/** Similarity of two senses, 0–1 (Lin, 1998). */
	similarity(a: number, b: number): number {
		return (2 * this.shared(a, b)) / (this.information(a) + this.information(b) + 1e-9);
	}
}

/** The key, and the singulars that it may be the plural of. */
function inflections(key: string): string[] {
	const forms = [key];
	if (key.length > 4 && key.endsWith('ies')) forms.push(`${key.slice(0, -3)}y`);
	if (key.length > 4 && key.endsWith('ves'))
		forms.push(`${key.slice(0, -3)}f`, `${key.slice(0, -3)}fe`);
	if (key.length > 4 && key.endsWith('es')) forms.push(key.slice(0, -2));
	if (key.length > 3 && key.endsWith('s')) forms.push(key.slice(0, -1));
	return forms;
}
