import { type Augmentation, viewItem } from '../../domain/augmentation';
import { embeddingSetId } from '../../domain/embedding';
import type { InputBlock } from '../../domain/head';
import type { Vocabulary } from '../../domain/textFeatures';
import { isMadeOfTitle, wordsStamp } from '../../maths/stamps';
import { fitVocabulary, termsOf, tfidfRows, vocabularyLimits } from '../../maths/tfidf';
import { learnWordVectors, sparseRow, wordRow } from '../../maths/wordVectors';
import { embeddings } from '../../storage/embeddings';
import { languageRules } from '../languageRules';

/** Where a product's embeddings lie. */
export interface RowSource {
	title: string;
	titleId: string | null;
	photoIds: string[];
}

/**
 * Reads products' embeddings side by side, in the blocks' order. Several photos are averaged; what a product
 * lacks is NaN.
 * @param view reads this view of the photos instead, and the same titles; a photo without it stands in for itself,
 * so that its product counts as much as the others
 * @returns `[n, d]`
 */
export async function storedRows(
	products: readonly RowSource[],
	inputs: readonly InputBlock[],
	view: Augmentation | null = null,
): Promise<Float32Array> {
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	const rows = new Float32Array(products.length * width).fill(Number.NaN);
	let column = 0;
	for (const { stamp, source, dimensions, vocabulary } of inputs) {
		if (vocabulary) {
			const counted = await countedRows(products, vocabulary);
			for (const [product, row] of counted.entries())
				if (row) rows.set(row, product * width + column);
			column += dimensions;
			continue;
		}
		const itemsOf = ({ titleId, photoIds }: RowSource): string[] =>
			source === 'photo' ? photoIds : titleId === null ? [] : [titleId];
		const items = products.map(itemsOf);
		const vectors = await embeddings(embeddingSetId(stamp), items.flat());
		if (view && source === 'photo') {
			const wanted = items.flat().map((id) => viewItem(id, view));
			for (const [at, vector] of (await embeddings(embeddingSetId(stamp), wanted)).entries())
				vectors[at] = vector ?? vectors[at];
		}
		let next = 0;
		for (const [product, { length }] of items.entries()) {
			const own = vectors.slice(next, next + length).filter((vector) => vector !== undefined);
			next += length;
			const start = product * width + column;
			if (own.length > 0) rows.set(mean(own, dimensions), start);
		}
		column += dimensions;
	}
	return rows;
}

function mean(vectors: Float32Array[], dimensions: number): Float32Array {
	const sum = new Float32Array(dimensions);
	for (const vector of vectors) {
		if (vector.length !== dimensions)
			throw new RangeError(`a row of ${vector.length} numbers where ${dimensions} were expected`);
		for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + (vector[i] as number);
	}
	return sum.map((value) => value / vectors.length);
}

/** A row of each product's title; `null` without one. */
async function countedRows(
	products: readonly RowSource[],
	vocabulary: Vocabulary,
): Promise<(Float32Array | null)[]> {
	const rules = await languageRules();
	const row = tfidfRows(vocabulary);
	const { vectors } = vocabulary;
	return products.map(({ title }) => {
		if (title === '') return null;
		const counted = row(termsOf(title, rules));
		return vectors ? wordRow(sparseRow(counted), vectors) : counted;
	});
}

/** What word vectors are learned from, beside the titles: `[products]` each. */
export interface TitleLesson {
	classes: Int32Array;
	/** −1 for products that are learned from. */
	folds: Int16Array;
	labels: number;
	seed: number;
	/** Lets a cancel in. */
	breathe(): Promise<void>;
}

/**
 * The blocks with vocabularies fitted on these products' titles, where rows are made of the title itself, and word
 * vectors learned, where they are wanted.
 * @param products those that are learned from, and no others
 */
export async function fittedInputs(
	products: readonly RowSource[],
	inputs: readonly InputBlock[],
	lesson: TitleLesson,
): Promise<InputBlock[]> {
	if (!inputs.some(({ stamp }) => isMadeOfTitle(stamp))) return [...inputs];
	const rules = await languageRules();
	const titles = products.map(({ title }) => title).filter((title) => title !== '');
	const terms = titles.map((title) => termsOf(title, rules));
	const vocabulary = fitVocabulary(terms, vocabularyLimits(terms.length));
	const fitted: InputBlock[] = [];
	for (const block of inputs) {
		if (!isMadeOfTitle(block.stamp)) fitted.push(block);
		else if (block.stamp.output === wordsStamp.output) {
			const vectors = await taughtVectors(products, vocabulary, lesson);
			fitted.push({ ...block, vocabulary: { ...vocabulary, vectors } });
		} else fitted.push({ ...block, dimensions: vocabulary.terms.length, vocabulary });
	}
	return fitted;
}

async function taughtVectors(
	products: readonly RowSource[],
	vocabulary: Vocabulary,
	{ classes, folds, labels, seed, breathe }: TitleLesson,
): Promise<Float32Array> {
	const counted = await countedRows(products, vocabulary);
	const there = [...counted.keys()].filter((product) => counted[product] !== null);
	return learnWordVectors(
		{
			terms: vocabulary.terms.length,
			rows: there.map((product) => sparseRow(counted[product] as Float32Array)),
			classes: Int32Array.from(there, (product) => classes[product] as number),
			held: Uint8Array.from(there, (product) => ((folds[product] as number) < 0 ? 0 : 1)),
			labels,
			seed,
		},
		breathe,
	);
}

/** Rows of which at least one number is known. */
export function knownRows(rows: Float32Array, width: number): number[] {
	const known: number[] = [];
	for (let row = 0; row < rows.length / width; row++)
		if (rows.subarray(row * width, (row + 1) * width).some((value) => !Number.isNaN(value)))
			known.push(row);
	return known;
}

/** The given rows of a `[n, width]` table. */
export function pickRows(rows: Float32Array, width: number, indices: number[]): Float32Array {
	const picked = new Float32Array(indices.length * width);
	for (const [at, row] of indices.entries())
		picked.set(rows.subarray(row * width, (row + 1) * width), at * width);
	return picked;
}
