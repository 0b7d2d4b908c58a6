import { normalPair, seededRandom, shuffled } from './seededRandom';

/*
 * Word vectors that are learned from nothing: a title is the weighted sum of its terms' vectors, and a linear layer
 * above tells the label (Joulin and others, 2017). Plain loops: a title has few terms, and only theirs change.
 */

/** Numbers of a word's vector. */
export const wordDimensions = 64;

/** Terms of a title: their places in the vocabulary, and how much each counts. */
export interface SparseRow {
	at: Int32Array;
	values: Float32Array;
}

export interface WordLesson {
	/** Of the vocabulary. */
	terms: number;
	/** `[titles]` each. */
	rows: readonly SparseRow[];
	classes: Int32Array;
	/** 1 for titles that epochs are judged by and that are not learned from. */
	held: Uint8Array;
	labels: number;
	seed: number;
}

const settings = { epochs: 30, rate: 0.2 };

/** The other than zero of a `[terms]` row. */
export function sparseRow(row: Float32Array): SparseRow {
	const at = [...row.keys()].filter((place) => row[place] !== 0);
	return {
		at: Int32Array.from(at),
		values: Float32Array.from(at, (place) => row[place] as number),
	};
}

/** A title's row: the sum of its terms' vectors, `[wordDimensions]`. @param vectors `[terms, wordDimensions]` */
export function wordRow({ at, values }: SparseRow, vectors: Float32Array): Float32Array {
	const row = new Float32Array(wordDimensions);
	for (const [i, place] of at.entries()) {
		const start = place * wordDimensions;
		for (let d = 0; d < wordDimensions; d++)
			row[d] = (row[d] as number) + (values[i] as number) * (vectors[start + d] as number);
	}
	return row;
}

/**
 * Learns vectors, title by title with Adagrad (Duchi and others, 2011), and keeps those of the epoch that was best on
 * the titles held out.
 * @param breathe is awaited after each epoch: lets a cancel in
 * @returns `[terms, wordDimensions]`
 */
export async function learnWordVectors(
	{ terms, rows, classes, held, labels, seed }: WordLesson,
	breathe: () => Promise<void>,
): Promise<Float32Array> {
	const random = seededRandom(seed);
	const vectors = Float32Array.from(
		{ length: terms * wordDimensions },
		() => normalPair(random)[0] / wordDimensions,
	);
	const layer = new Float32Array(labels * (wordDimensions + 1));
	const squares = { vectors: vectors.map(() => 0), layer: layer.map(() => 0) };
	const learned = [...rows.keys()].filter((row) => held[row] === 0);
	const judged = [...rows.keys()].filter((row) => held[row] === 1);
	let best = { loss: Number.POSITIVE_INFINITY, vectors };

	/** Probabilities of the labels. */
	function answer(row: Float32Array): Float64Array {
		const scores = new Float64Array(labels);
		for (let label = 0; label < labels; label++) {
			const start = label * (wordDimensions + 1);
			let score = layer[start + wordDimensions] as number;
			for (let d = 0; d < wordDimensions; d++)
				score += (layer[start + d] as number) * (row[d] as number);
			scores[label] = score;
		}
		const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
		const powers = scores.map((score) => Math.exp(score - highest));
		const sum = powers.reduce((total, power) => total + power, 0);
		return powers.map((power) => power / sum);
	}

	function learn(title: SparseRow, of: number): void {
		const row = wordRow(title, vectors);
		const pull = answer(row);
		pull[of] = (pull[of] as number) - 1;
		const below = new Float64Array(wordDimensions);
		for (let label = 0; label < labels; label++) {
			const start = label * (wordDimensions + 1);
			const wrong = pull[label] as number;
			for (let d = 0; d < wordDimensions; d++) {
				below[d] = (below[d] as number) + wrong * (layer[start + d] as number);
				step(layer, squares.layer, start + d, wrong * (row[d] as number));
			}
			step(layer, squares.layer, start + wordDimensions, wrong);
		}
		for (const [i, place] of title.at.entries())
			for (let d = 0; d < wordDimensions; d++) {
				const gradient = (title.values[i] as number) * (below[d] as number);
				step(vectors, squares.vectors, place * wordDimensions + d, gradient);
			}
	}

	function loss(): number {
		const sum = judged.reduce((total, row) => {
			const found = answer(wordRow(rows[row] as SparseRow, vectors));
			return total - Math.log(Math.max(1e-12, found[classes[row] as number] as number));
		}, 0);
		return sum / judged.length;
	}

	for (let epoch = 1; epoch <= settings.epochs; epoch++) {
		for (const row of shuffled(learned, random))
			learn(rows[row] as SparseRow, classes[row] as number);
		await breathe();
		if (judged.length === 0) continue;
		const now = loss();
		if (now < best.loss) best = { loss: now, vectors: vectors.slice() };
	}
	return best.vectors;
}

function step(values: Float32Array, squares: Float32Array, at: number, gradient: number): void {
	if (gradient === 0) return;
	squares[at] = (squares[at] as number) + gradient * gradient;
	values[at] =
		(values[at] as number) - (settings.rate * gradient) / Math.sqrt(squares[at] as number);
}
