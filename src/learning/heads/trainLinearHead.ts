import type { HeadSpecification } from '../../domain/head';
import type { EpochFigures, JobContext } from '../../domain/job';
import { logSigmoid } from '../../maths/plainScores';
import type { Candidate, LabelledRows } from './candidates';
import { type KindResult, middleTitleWeight, type TrainingRows } from './kindResult';
import type { LinearLoss } from './linearLoss';
import { type LinearSettings, trainLinear } from './trainLinear';

export type LinearKind = 'softmax' | 'one-vs-all' | 'svm';

const losses: Record<LinearKind, LinearLoss> = {
	softmax: 'softmax',
	'one-vs-all': 'sigmoid',
	svm: 'hinge',
};

/** Tried by the search. The optimum is flat: a factor of three to either side costs a fraction of a point. */
const weightDecays: Record<LinearKind, { tried: number[]; middle: number }> = {
	softmax: { tried: [3e-5, 1e-4, 3e-4], middle: 1e-4 },
	'one-vs-all': { tried: [1e-5, 3e-5, 1e-4, 3e-4], middle: 3e-5 },
	svm: { tried: [1e-5, 3e-5, 1e-4, 3e-4], middle: 3e-5 },
};

/** A title that names the category wants 2, one that does not wants to be whispered. */
const titleWeights = [0.25, 0.5, 1, 2];

/** The search need not end, only tell better from worse. */
const searchEpochs = 20;
const searchJudgeEvery = 5;
/** Folds that the search learns without, in turn: one alone is a hundred products, and chance. */
const foldsForTitle = 3;
const foldsForDecay = 2;

/**
 * Searches the title's weight and the weight decay on the first folds, all values side by side; then trains one head
 * per fold and one on everything, side by side too.
 */
export async function trainLinearHead(
	kind: LinearKind,
	rows: TrainingRows,
	dataFor: (titleWeight: number) => LabelledRows,
	specification: HeadSpecification,
	job: JobContext,
): Promise<KindResult> {
	const settings: LinearSettings = { ...specification, loss: losses[kind], judgeEvery: 1 };
	const folds = [...new Set(rows.folds)].filter((fold) => fold >= 0).sort((a, b) => a - b);
	const searched = await search(kind, rows, dataFor, specification, settings, folds, job);
	const data = dataFor(searched.titleWeight);
	const candidates: Candidate[] = [...folds, null].map((fold) => ({
		fold,
		weightDecay: searched.weightDecay,
		columnFactors: null,
	}));
	const onEpoch = (epoch: EpochFigures): void =>
		job.report({ step: 'train', done: epoch.epoch, total: settings.epochs, epoch });
	const last = candidates.length - 1;
	const result = await trainLinear(data, candidates, last, settings, job.signal, onEpoch);
	if (!result.head) throw new Error('unreachable: the last candidate was asked for');
	const { dimensions: inputs, labels: outputs } = data;
	return {
		parameters: {
			kind: 'layers',
			layers: [{ inputs, outputs, ...result.head }],
			output: kind === 'one-vs-all' ? 'log-sigmoid' : 'linear',
		},
		chosen: { ...searched, epochs: result.epoch },
		curve: result.curve,
		heldOutScores:
			kind === 'one-vs-all' ? result.heldOutScores.map(logSigmoid) : result.heldOutScores,
	};
}

interface Pair {
	weightDecay: number;
	titleWeight: number;
}

/** First the title's weight, which matters, then the weight decay, which matters less. */
async function search(
	kind: LinearKind,
	rows: TrainingRows,
	dataFor: (titleWeight: number) => LabelledRows,
	specification: HeadSpecification,
	settings: LinearSettings,
	folds: number[],
	job: JobContext,
): Promise<Pair> {
	const { weightDecay, titleWeight } = specification;
	const { tried, middle } = weightDecays[kind];
	const both = new Set(rows.blocks.map(({ source }) => source)).size > 1;
	let best: Pair = {
		weightDecay: weightDecay === 'search' ? middle : weightDecay,
		titleWeight: titleWeight === 'search' ? middleTitleWeight : titleWeight,
	};
	// With nothing held out there is nothing to choose by.
	if (folds.length === 0) return best;
	if (both && titleWeight === 'search')
		best = await bestOf(
			titleWeights.map((weight) => ({ ...best, titleWeight: weight })),
			folds.slice(0, foldsForTitle),
		);
	if (weightDecay === 'search')
		best = await bestOf(
			tried.map((decay) => ({ ...best, weightDecay: decay })),
			folds.slice(0, foldsForDecay),
		);
	return best;

	async function bestOf(pairs: Pair[], heldOut: number[]): Promise<Pair> {
		const alike = pairs.every((pair) => pair.titleWeight === best.titleWeight);
		const candidates = pairs.flatMap((pair) =>
			heldOut.map(
				(fold): Candidate => ({
					fold,
					weightDecay: pair.weightDecay,
					columnFactors: alike ? null : titleFactors(rows, pair.titleWeight),
				}),
			),
		);
		const epochs = Math.min(searchEpochs, settings.epochs);
		const { heldOutLoss } = await trainLinear(
			dataFor(alike ? best.titleWeight : 1),
			candidates,
			null,
			{ ...settings, epochs, judgeEvery: searchJudgeEvery },
			job.signal,
			({ epoch }) => job.report({ step: 'search-settings', done: epoch, total: epochs }),
		);
		const losses = pairs.map((_, pair) =>
			heldOut.reduce(
				(sum, _fold, at) =>
					sum + (heldOutLoss[pair * heldOut.length + at] ?? Number.POSITIVE_INFINITY),
				0,
			),
		);
		return pairs[losses.indexOf(Math.min(...losses))] ?? best;
	}
}

/** `[d]`: the title's weight on its columns, 1 elsewhere. */
function titleFactors({ blocks }: TrainingRows, titleWeight: number): Float32Array {
	return Float32Array.from(
		blocks.flatMap(({ source, dimensions }) =>
			new Array<number>(dimensions).fill(source === 'title' ? titleWeight : 1),
		),
	);
}
