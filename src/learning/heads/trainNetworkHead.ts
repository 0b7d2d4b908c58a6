import type { HeadSpecification } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import type { LabelledRows } from './candidates';
import type { KindResult } from './kindResult';
import type { TrainableNetwork } from './trainableNetwork';
import { trainNetwork } from './trainNetwork';

const defaultWeightDecay = 1e-4;

/**
 * Twice: without the first fold, to find the epoch to stop at and to have held-out scores; then on everything, up
 * to that epoch.
 * @param make a fresh network, the same each time
 * @param titleWeight what the data were standardised with
 */
export async function trainNetworkHead(
	make: () => TrainableNetwork,
	data: LabelledRows,
	titleWeight: number,
	specification: HeadSpecification,
	job: JobContext,
): Promise<KindResult> {
	const weightDecay =
		specification.weightDecay === 'search' ? defaultWeightDecay : specification.weightDecay;
	const { epochs } = specification;
	const settings = { ...specification, weightDecay, stopAfter: epochs };
	const fold = data.folds.find((of) => of >= 0) ?? null;
	const judged = await trainNetwork(make(), data, { ...settings, fold }, job.signal, (epoch) =>
		job.report({ step: 'search-settings', done: epoch.epoch, total: epochs, epoch }),
	);
	const final =
		fold === null
			? judged
			: await trainNetwork(
					make(),
					data,
					{ ...settings, fold: null, stopAfter: judged.epoch },
					job.signal,
					({ epoch }) => job.report({ step: 'train', done: epoch, total: judged.epoch }),
				);
	const heldOutScores = judged.scores.map((score, at) =>
		fold !== null && data.folds[Math.floor(at / data.labels)] === fold ? score : Number.NaN,
	);
	return {
		parameters: final.parameters,
		chosen: { weightDecay, titleWeight, epochs: judged.epoch },
		curve: judged.curve,
		heldOutScores,
	};
}
