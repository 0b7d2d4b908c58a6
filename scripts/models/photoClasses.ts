import { createRequire } from 'node:module';
import { join } from 'node:path';
import { lemmaKey } from '../../src/maths/zeroShot/wordForms';
import type { WordNet } from './wordnet';

/** The lemmas of the 1,000 ImageNet classes in the order of every network trained on them: "tench, Tinca tinca". */
export function imageNetClasses(unpacked: string): string[][] {
	const load = createRequire(import.meta.url);
	const file = load(join(unpacked, 'dist/imagenet_classes.js')) as {
		IMAGENET_CLASSES: Record<number, string>;
	};
	// Integer keys come in ascending order in every JavaScript.
	return Object.values(file.IMAGENET_CLASSES).map((lemmas) => lemmas.split(', '));
}

/** ImageNet begins with the animals. */
const animals = 398;
/** What a class may be, likeliest first. */
const things = ['artifact', 'food', 'object', 'plant', 'person', 'communication', 'act'];

/**
 * Finds each class in WordNet by its lemmas: WordNet 3.1 has other offsets than the 3.0 that ImageNet names.
 * @returns the sense of each class whose lemmas agree best (Jaccard; plural and singular are one: otherwise
 * "jean" is the fabric)
 */
export function classSynsets(classes: string[][], { synsets, lemmas }: WordNet): string[] {
	const byKey = new Map<string, string[]>();
	for (const [lemma, offsets] of lemmas) {
		const key = lemmaKey(lemma);
		byKey.set(key, [...(byKey.get(key) ?? []), ...offsets]);
	}
	return classes.map((names, index) => {
		const wanted = new Set(names.map((name) => stem(lemmaKey(name))));
		const kinds = index < animals ? ['animal'] : things;
		let best = '';
		let most = Number.NEGATIVE_INFINITY;
		for (const name of names) {
			const key = lemmaKey(name);
			for (const form of new Set([key, `${key}s`, stem(key), `${key}es`]))
				for (const [rank, offset] of (byKey.get(form) ?? []).entries()) {
					const synset = synsets.get(offset);
					if (!synset) continue;
					const own = new Set(synset.lemmas.map((lemma) => stem(lemmaKey(lemma))));
					const common = [...own].filter((lemma) => wanted.has(lemma)).length;
					const kind = kinds.indexOf(synset.kind);
					const value =
						common / (own.size + wanted.size - common) -
						0.01 * (kind < 0 ? 20 : kind) -
						0.001 * rank;
					if (value <= most) continue;
					most = value;
					best = offset;
				}
		}
		if (best === '') throw new Error(`no sense for ${names.join(', ')}`);
		return best;
	});
}

function stem(key: string): string {
	return key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}
