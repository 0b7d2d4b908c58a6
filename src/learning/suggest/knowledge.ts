import type { KnowledgeEntry } from '../../domain/models';
import { decodeEmbeddingRows } from '../../formats/embeddingRows';
import { linesOf, readLexicon, readWordCounts } from '../../formats/lexiconText';
import { Lexicon } from '../../maths/zeroShot/lexicon';
import type { LabelKnowledge } from '../../maths/zeroShot/photoMatrix';
import type { WordCounts } from '../../maths/zeroShot/wordMatch';
import { modelFiles } from '../modelFiles';

/** What suggestions rest on whatever the taxonomy; large and rarely needed parts are read when asked for. */
export interface Knowledge {
	lexicon: Lexicon;
	counts: WordCounts;
	/** Number of classes of the photo network. */
	labelCount: number;
	/** Vectors of the prepared phrases, `[keys, d]`. @throws RangeError for a key that is not among them */
	phrases(keys: string[]): Promise<Float32Array>;
	/** For lists that the user brings: */
	labels(): Promise<LabelKnowledge>;
	/** "lemma: gloss" of every sense. */
	senseTexts(): Promise<string[]>;
}

/** @throws AppError `model-missing`, `model-damaged` */
export async function loadKnowledge(entry: KnowledgeEntry, base: string): Promise<Knowledge> {
	const files = modelFiles(entry, base);
	const text = async (path: string): Promise<string> =>
		new TextDecoder().decode(await files.bytes(path));
	const [senses, lemmas, wordCounts, labelSenses] = await Promise.all([
		text(entry.lexicon.senses),
		text(entry.lexicon.lemmas),
		text(entry.wordCounts),
		files.bytes(entry.labels.senses),
	]);
	const lexicon = new Lexicon(readLexicon({ senses, lemmas }));
	const phrases = lazily(async () => {
		const [keys, rows] = await Promise.all([
			text(entry.phrases.keys),
			files.bytes(entry.phrases.vectors),
		]);
		return { rowOf: new Map(linesOf(keys).map((key, row) => [key, row])), rows };
	});

	return {
		lexicon,
		counts: { names: entry.wordCountNames, counts: readWordCounts(wordCounts) },
		labelCount: labelSenses.length / 2,
		async phrases(keys) {
			const { rowOf, rows } = await phrases();
			const size = rows.length / rowOf.size;
			const wanted = new Uint8Array(keys.length * size);
			for (const [i, key] of keys.entries()) {
				const row = rowOf.get(key);
				if (row === undefined) throw new RangeError(`no prepared vector of ${key}`);
				wanted.set(rows.subarray(row * size, (row + 1) * size), i * size);
			}
			return decodeEmbeddingRows(wanted, size);
		},
		labels: lazily(async () => {
			const [names, glosses, means] = await Promise.all(
				[entry.labels.names, entry.labels.glosses, entry.labels.means].map(files.bytes),
			);
			const mean = new Float32Array((means as Uint8Array<ArrayBuffer>).slice().buffer);
			const dimensions = mean.length / 2;
			return {
				senses: new Uint16Array(labelSenses.slice().buffer),
				names: decodeEmbeddingRows(names as Uint8Array<ArrayBuffer>, dimensions),
				glosses: decodeEmbeddingRows(glosses as Uint8Array<ArrayBuffer>, dimensions),
				meanName: mean.subarray(0, dimensions),
				meanGloss: mean.subarray(dimensions),
			};
		}),
		senseTexts: lazily(async () => {
			const glosses = linesOf(await text(entry.lexicon.glosses));
			return lexicon.data.names.map((name, sense) => `${name}: ${glosses[sense]}`);
		}),
	};
}

/** Made when first asked for; a failure is tried anew. */
export function lazily<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | null = null;
	return () => {
		made ??= make();
		made.catch(() => {
			made = null;
		});
		return made;
	};
}
