import type { LexiconData } from '../../src/maths/zeroShot/lexicon';
import { lemmaKey } from '../../src/maths/zeroShot/wordForms';
import type { Synset, WordNet } from './wordnet';

/** Kinds of things that are sold, or that name them. */
const kept = new Set(['artifact', 'food', 'substance', 'object', 'communication', 'body', 'Tops']);

export interface MadeLexicon {
	data: LexiconData;
	glosses: string[];
	/** Sense of each offset that was asked for. */
	senseOf(offset: string): number;
}

/**
 * The part of WordNet that tells products apart: things, food, materials, plants with a common name, the
 * classes that photo networks know, and everything above these.
 * @param always offsets of senses to keep whatever their kind
 */
export function makeLexicon({ synsets, lemmas }: WordNet, always: string[]): MadeLexicon {
	const named = new Set(always);
	const all = new Set(named);
	for (const synset of synsets.values())
		if (kept.has(synset.kind) || (synset.kind === 'plant' && hasCommonName(synset)))
			all.add(synset.offset);
	const above = ancestry(synsets);
	for (const offset of [...all]) for (const ancestor of above(offset)) all.add(ancestor);
	const offsets = [...all].sort();
	const senses = new Map(offsets.map((offset, sense) => [offset, sense]));
	const information = informationContent(synsets, above);
	const get = (offset: string): Synset => synsets.get(offset) as Synset;

	/** Words are only linked to what can be for sale; other senses are there as ancestors. */
	const linkable = (offset: string): boolean =>
		senses.has(offset) &&
		(kept.has(get(offset).kind) ||
			named.has(offset) ||
			get(offset).kind === 'animal' ||
			get(offset).kind === 'plant');
	const index = new Map<string, number[]>();
	for (const [lemma, of] of lemmas) {
		const found = of.filter(linkable).map((offset) => senses.get(offset) as number);
		if (found.length === 0) continue;
		const key = lemmaKey(lemma);
		index.set(key, [...new Set([...(index.get(key) ?? []), ...found])]);
	}
	return {
		data: {
			names: offsets.map((offset) => get(offset).lemmas[0] ?? ''),
			hypernyms: offsets.map((offset) =>
				get(offset).hypernyms.flatMap((hypernym) => senses.get(hypernym) ?? []),
			),
			information: Float64Array.from(offsets, (offset) => information(offset)),
			index,
		},
		glosses: offsets.map((offset) => get(offset).gloss),
		senseOf: (offset) => senses.get(offset) as number,
	};
}

function hasCommonName({ lemmas }: Synset): boolean {
	return lemmas.some((lemma) => lemma === lemma.toLowerCase());
}

/** From a sense to itself and all above it. */
function ancestry(synsets: WordNet['synsets']): (offset: string) => Set<string> {
	const known = new Map<string, Set<string>>();
	function above(offset: string): Set<string> {
		let all = known.get(offset);
		if (all) return all;
		all = new Set([offset]);
		for (const hypernym of synsets.get(offset)?.hypernyms ?? [])
			for (const ancestor of above(hypernym)) all.add(ancestor);
		known.set(offset, all);
		return all;
	}
	return above;
}

/** 1 − ln(senses at or below) / ln(all), over all nouns (Seco et al., 2004). */
function informationContent(
	synsets: WordNet['synsets'],
	above: (offset: string) => Set<string>,
): (offset: string) => number {
	const below = new Map<string, number>();
	for (const offset of synsets.keys())
		for (const ancestor of above(offset)) below.set(ancestor, (below.get(ancestor) ?? 0) + 1);
	return (offset) => 1 - Math.log(below.get(offset) ?? 1) / Math.log(synsets.size);
}
