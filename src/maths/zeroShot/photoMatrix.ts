import { bestPart, type Candidates } from './candidates';
import { unit } from './categoryKeys';
import { rowDots } from './dots';
import type { Lexicon } from './lexicon';
import { relatedCategories } from './relatedCategories';

/** What is known of the classes that a photo network tells apart, and of texts in general. */
export interface LabelKnowledge {
	/** `[labels]`, the sense of each class in the lexicon. */
	senses: Uint16Array;
	/** `[labels, d]` of length 1: names, gloss and hypernym of each class, less their mean over all. */
	names: Float32Array;
	/** `[labels, d]` of length 1: the gloss alone, less its mean. */
	glosses: Float32Array;
	/** `[d]`, mean of category names in general, and of glosses in general. */
	meanName: Float32Array;
	meanGloss: Float32Array;
}

/**
 * For each class, the categories that a photo of it may belong to, most likely first; what is left out is
 * too little to matter.
 */
export interface PhotoMatrix {
	/** Categories kept for each class. */
	perLabel: number;
	/** `[labels, perLabel]` */
	categories: Uint16Array;
	/** `[labels, perLabel]`, each row summing to 1. */
	weights: Float32Array;
}

const glossWeight = 0.5;
const kindWeight = 1;
const parentCost = 0.2;
/** Softmax temperature, for so many categories: 1.53 / ln C. */
const temperature = (categories: number): number => 1.53 / Math.log(categories);
/** Categories kept for each class. With 64 no figure of the fashion catalogue changes. */
const mostPerLabel = 64;
/** Classes worked on at once: bounds the memory, not the result. */
const labelsPerStep = 50;

/**
 * Carries classes over to categories: by their names' and glosses' embeddings (as ConSE does, Norouzi et al.,
 * 2014, but the other way round: classes are spread over categories), and by what the lexicon says they are.
 * @param partGlosses `[parts, d]`: embedding of "lemma: gloss" of each part's sense, or the part's own vector
 * @param onStep awaited after every few classes; may throw to stop
 */
export async function photoMatrix(
	candidates: Candidates,
	lexicon: Lexicon,
	labels: LabelKnowledge,
	partGlosses: Float32Array,
	onStep: (done: number, total: number) => void | Promise<void> = () => {},
): Promise<PhotoMatrix> {
	const { tree, keys, dimensions } = candidates;
	const names = centred(
		candidates.vectors.subarray(0, keys.names * dimensions),
		labels.meanName,
		dimensions,
	);
	const glosses = centred(partGlosses, labels.meanGloss, dimensions);
	// Glosses are given by part, not by row: each part is its own row here.
	const everyPart = {
		...keys,
		parts: 0,
		partRow: Int32Array.from({ length: keys.partRow.length }, (_, part) => part),
	};
	const related = relatedCategories(candidates, lexicon, 'kind-of');
	const count = labels.senses.length;
	const perLabel = Math.min(mostPerLabel, tree.count);
	const matrix: PhotoMatrix = {
		perLabel,
		categories: new Uint16Array(count * perLabel),
		weights: new Float32Array(count * perLabel),
	};
	for (let start = 0; start < count; start += labelsPerStep) {
		const end = Math.min(start + labelsPerStep, count);
		const rows = (all: Float32Array): Float32Array =>
			all.subarray(start * dimensions, end * dimensions);
		const byName = rowDots(rows(labels.names), names, dimensions);
		const byGloss = rowDots(rows(labels.glosses), glosses, dimensions);
		for (let label = start; label < end; label++) {
			const row = label - start;
			const nameScores = byName.subarray(row * keys.names, (row + 1) * keys.names);
			const parts = keys.partRow.length;
			const scores = bestPart(everyPart, byGloss.subarray(row * parts, (row + 1) * parts));
			for (let i = 0; i < tree.count; i++)
				scores[i] =
					glossWeight * (scores[i] as number) +
					(nameScores[keys.nameRow[i] as number] as number) -
					parentCost * (tree.hasChildren[i] as number);
			const kinds = related(labels.senses[label] as number);
			for (let k = 0; k < kinds.categories.length; k++) {
				const category = kinds.categories[k] as number;
				scores[category] = (scores[category] as number) + kindWeight * (kinds.values[k] as number);
			}
			keepLargest(matrix, label, scores);
		}
		await onStep(end, count);
	}
	return matrix;
}

function centred(vectors: Float32Array, mean: Float32Array, dimensions: number): Float32Array {
	const out = vectors.slice();
	for (let start = 0; start < out.length; start += dimensions) {
		const row = out.subarray(start, start + dimensions);
		for (let k = 0; k < dimensions; k++) row[k] = (row[k] as number) - (mean[k] as number);
		unit(row);
	}
	return out;
}

function keepLargest(matrix: PhotoMatrix, label: number, scores: Float32Array): void {
	const { perLabel } = matrix;
	const order = Array.from(scores.keys()).sort(
		(a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
	);
	const most = scores[order[0] as number] as number;
	const row = matrix.weights.subarray(label * perLabel, (label + 1) * perLabel);
	let sum = 0;
	for (let k = 0; k < perLabel; k++) {
		const category = order[k] as number;
		matrix.categories[label * perLabel + k] = category;
		// A list of one has temperature ∞: its only category has the whole row.
		row[k] = Math.exp(((scores[category] as number) - most) / temperature(scores.length));
		sum += row[k] as number;
	}
	for (let k = 0; k < perLabel; k++) row[k] = (row[k] as number) / sum;
}
