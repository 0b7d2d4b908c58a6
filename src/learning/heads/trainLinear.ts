import type { Optimiser } from '../../domain/head';
import type { EpochFigures } from '../../domain/job';
import type { LinearWeights } from './acceleratedGradient';
import { breathe, epochBatches } from './batches';
import type { Candidate, LabelledRows } from './candidates';
import { LinearBank, type RowFigures } from './linearBank';
import type { LinearLoss } from './linearLoss';

export interface LinearSettings {
	loss: LinearLoss;
	optimiser: Optimiser;
	learningRate: number;
	/** Products per step, each with all of its rows. */
	batchSize: number;
	epochs: number;
	patience: number;
	/** Epochs between two looks at the held-out rows; each costs half as much as a step. */
	judgeEvery: number;
	seed: number;
}

/** What came of a run. */
export interface LinearResult {
	/** Mean held-out loss of each candidate at the best epoch and temperature; `null` for those that hold nothing out. */
	heldOutLoss: (number | null)[];
	/** The epoch whose weights were kept, from 1. */
	epoch: number;
	curve: EpochFigures[];
	/** `[judged, labels]`: each row under the candidate that did not learn from it; NaN where all did. */
	heldOutScores: Float32Array;
	/** Weights `[d, labels]` and bias `[labels]` of the candidate asked for. */
	head: { weights: Float32Array; bias: Float32Array } | null;
}

/**
 * Trains candidates side by side and keeps the weights of the epoch at which those that hold rows out were
 * best on them, together: so a candidate that learns from everything stops where its siblings would.
 * @param wanted index of the candidate whose weights are wanted, or `null`
 * @param onEpoch told how each epoch went
 * @throws AbortError
 */
export async function trainLinear(
	data: LabelledRows,
	candidates: readonly Candidate[],
	wanted: number | null,
	settings: LinearSettings,
	signal: AbortSignal,
	onEpoch: (figures: EpochFigures) => void,
): Promise<LinearResult> {
	const { epochs, patience, seed } = settings;
	const count = data.classes.length;
	const batchSize = settings.batchSize * data.rowsPerProduct;
	const bank = new LinearBank(data, candidates, settings.loss, {
		...settings,
		fullBatch: count <= batchSize,
	});
	const curve: EpochFigures[] = [];
	let best: { at: number; loss: number; kept: LinearWeights } | null = null;
	try {
		for (let epoch = 1; epoch <= epochs; epoch++) {
			const batches = epochBatches(count, batchSize, seed, epoch);
			for (const [index, batch] of batches.entries()) {
				await breathe(signal);
				bank.step(batch, (epoch - 1 + index / batches.length) / epochs);
			}
			if (epoch % settings.judgeEvery !== 0 && epoch !== epochs) continue;
			const looked = await bank.figures();
			const figures = { epoch, ...meanFigures(data, candidates, looked) };
			curve.push(figures);
			onEpoch(figures);
			const judged = candidates.map((_, at) => heldOutLoss(data, candidates, looked, at) ?? 0);
			// Without held-out rows there is nothing to judge by: the last epoch it is.
			const loss = Number.isNaN(figures.validationLoss)
				? -epoch
				: judged.reduce((sum, of) => sum + of, 0);
			if (!best || loss < best.loss) {
				dispose(best?.kept);
				best = { at: epoch, loss, kept: bank.snapshot() };
			}
			if (epoch - best.at >= patience) break;
		}
		if (best) bank.restore(best.kept);
		const figures = await bank.figures();
		return {
			heldOutLoss: candidates.map((_, candidate) =>
				heldOutLoss(data, candidates, figures, candidate),
			),
			epoch: best?.at ?? 0,
			curve,
			heldOutScores: await bank.heldOutScores(),
			head: wanted === null ? null : await bank.head(wanted),
		};
	} finally {
		dispose(best?.kept);
		bank.dispose();
	}
}

function dispose(snapshot: LinearWeights | undefined): void {
	snapshot?.weights.dispose();
	snapshot?.bias.dispose();
}

/** Means over all candidates and judged rows: of those learned from, and those held out (NaN where there are none). */
function meanFigures(
	{ classes, folds, weights, judged }: LabelledRows,
	candidates: readonly Candidate[],
	{ loss: [loss = new Float32Array()], predicted }: RowFigures,
): Omit<EpochFigures, 'epoch'> {
	const learned = { loss: 0, weight: 0 };
	const held = { loss: 0, right: 0, count: 0 };
	for (const [row, of] of classes.subarray(0, judged).entries())
		for (const [column, { fold }] of candidates.entries()) {
			const at = row * candidates.length + column;
			if (fold !== null && folds[row] === fold) {
				held.loss += loss[at] as number;
				held.right += predicted[at] === of ? 1 : 0;
				held.count++;
			} else {
				learned.loss += (loss[at] as number) * (weights[row] as number);
				learned.weight += weights[row] as number;
			}
		}
	return {
		trainLoss: learned.loss / learned.weight,
		validationLoss: held.loss / held.count,
		validationAccuracy: held.right / held.count,
	};
}

/** Mean over a candidate's held-out rows, at the temperature that suits it best; `null` without such rows. */
function heldOutLoss(
	{ folds, judged }: LabelledRows,
	candidates: readonly Candidate[],
	{ loss }: RowFigures,
	candidate: number,
): number | null {
	const fold = candidates[candidate]?.fold ?? null;
	const rows = [...folds.subarray(0, judged).keys()].filter(
		(row) => fold !== null && folds[row] === fold,
	);
	if (rows.length === 0) return null;
	const sumAt = (losses: Float32Array): number =>
		rows.reduce((sum, row) => sum + (losses[row * candidates.length + candidate] as number), 0);
	return Math.min(...loss.map(sumAt)) / rows.length;
}
