import { stratifiedFolds } from '../../src/maths/splits';
import { type ColumnBlock, fitStandardisation, standardise } from '../../src/maths/standardise';
import { along, fitLogisticRegression, scoresOf, spanOf, type Table } from './logisticRegression';

/** What the peer learns from. */
export interface PeerInput {
	/** `[n, d]` embeddings side by side. */
	rows: Float32Array;
	classes: number[];
	/** Products that must not be parted; `null` for those alone. */
	groups: (string | null)[];
	labels: number;
	blocks: { source: 'photo' | 'title'; dimensions: number }[];
}

/** The penalties that its cross-validation chooses from, strong to weak: each is begun where the last ended. */
const penalties = [1e-3, 3e-4, 1e-4, 3e-5];
/** Of the title beside a photo's 1; chosen first, with the penalty in the middle. */
const middlePenalty = 1e-4;
const titleWeights = [0.5, 1, 2];
const folds = 3;
const seed = 7;

/**
 * Logistic regression on standardised embeddings, the penalty (and, beside a photo, the title's weight) chosen by
 * three-fold cross-validation on the training rows alone.
 * @param asked `[m, d]`
 * @returns `[m]` its answers
 */
export function answerAsPeer(input: PeerInput, asked: Float32Array): number[] {
	const { rows, classes, groups, labels } = input;
	const width = rows.length / classes.length;
	const everything = [...classes.keys()];
	const foldOf = stratifiedFolds(classes, groups, folds, seed);
	const pick = (wanted: number[]): Float32Array => {
		const out = new Float32Array(wanted.length * width);
		for (const [at, row] of wanted.entries())
			out.set(rows.subarray(row * width, (row + 1) * width), at * width);
		return out;
	};

	/** Answers on `questions` for each penalty, learned from `learned`. */
	function answers(
		learned: number[],
		questions: Float32Array,
		titleWeight: number,
		tried: readonly number[],
	): number[][] {
		const own = pick(learned);
		const fitted = fitStandardisation([own], weighted(input, titleWeight));
		const table = (of: Float32Array): Table => ({
			values: Float64Array.from(standardise(of, fitted)),
			width,
		});
		const span = width > learned.length ? spanOf(table(own)) : null;
		const [known, unknown] = [own, questions].map((of) =>
			span ? along(table(of), span) : table(of),
		) as [Table, Table];
		const truth = learned.map((row) => classes[row] as number);
		let weights: Float64Array | undefined;
		return tried.map((penalty) => {
			weights = fitLogisticRegression(known, truth, labels, penalty, weights);
			return highest(scoresOf(unknown, weights, labels), labels);
		});
	}

	/** How many held-out rows are answered right with each penalty. */
	function heldOut(titleWeight: number, tried: readonly number[]): number[] {
		const right = tried.map(() => 0);
		for (let fold = 0; fold < folds; fold++) {
			const held = everything.filter((row) => foldOf[row] === fold);
			const learned = everything.filter((row) => foldOf[row] !== fold);
			for (const [at, given] of answers(learned, pick(held), titleWeight, tried).entries())
				right[at] = (right[at] ?? 0) + held.filter((row, i) => given[i] === classes[row]).length;
		}
		return right;
	}

	const mixed = new Set(input.blocks.map(({ source }) => source)).size > 1;
	const titleWeight = mixed
		? best(
				titleWeights,
				titleWeights.map((weight) => heldOut(weight, [middlePenalty])[0] ?? 0),
			)
		: 1;
	const penalty = best(penalties, heldOut(titleWeight, penalties));
	return answers(everything, asked, titleWeight, [penalty])[0] ?? [];
}

/** The value with the highest count; the first of several. */
function best(values: readonly number[], counts: number[]): number {
	return values[counts.indexOf(Math.max(...counts))] as number;
}

function weighted({ blocks }: PeerInput, titleWeight: number): ColumnBlock[] {
	const photos = blocks.filter(({ source }) => source === 'photo').length;
	return blocks.map(({ source, dimensions }) => ({
		dimensions,
		weight: source === 'title' ? titleWeight : 1 / Math.sqrt(photos),
	}));
}

/** The best column of each row. */
function highest(scores: Float64Array, columns: number): number[] {
	return Array.from({ length: scores.length / columns }, (_, row) => {
		const own = scores.subarray(row * columns, (row + 1) * columns);
		return own.indexOf(own.reduce((high, score) => Math.max(high, score)));
	});
}
