import { learnsBelow, type TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Split } from '../domain/split';
import { trustedThreshold } from '../maths/calibration';
import {
	learnable,
	type PseudoLabel,
	sureAnswers,
	wantedOfGuesses,
	withJudges,
	withoutValidation,
} from '../maths/selfTraining';
import { stratifiedFolds } from '../maths/splits';
import { labelledProducts, labelsIn, toClassify } from './labelledProducts';
import type { Services } from './services';
import { type TrainHeadInput, trainHead } from './trainHead';

export interface SelfTrainInput extends TrainHeadInput {
	/** Products without a label, whose embeddings are stored. */
	unlabelled: readonly Product[];
}

/** A head that learned from guesses, too, and the one that did not. */
export interface SelfTrained {
	head: TrainedHead;
	/** The same specification, learned from labels alone: what it has to be compared with. */
	plain: TrainedHead;
}

/** What a first head is sure of teaches a second one, and so on: by then it is the same products again. */
const mostRounds = 3;

/**
 * Self-training (Scudder, 1965; with calibrated thresholds as in Lee's pseudo-labels, 2013): a head that learned from
 * the training part guesses the labels of products that have none, and what it can be trusted to be right about in 95
 * of 100 is learned from as well. Guesses are never stored as labels, and nothing is judged by them: who is judged by
 * did not teach the head that guessed.
 *
 * The first round's threshold comes from training products that were held out in turn; later heads have learned from
 * guesses that these took part in, so theirs comes from the validation part, which no guessing head has seen.
 * @throws what `trainHead` does; AbortError
 */
export async function selfTrain(
	services: Services,
	manifest: ModelsManifest,
	{ unlabelled, ...input }: SelfTrainInput,
	job: JobContext,
): Promise<SelfTrained> {
	const quiet: JobContext = { signal: job.signal, report() {} };
	const round = (done: number): void =>
		job.report({ step: 'guess-labels', done, total: mostRounds });
	round(0);
	const plain = await trainHead(services, manifest, input, quiet);
	const split = judged(input);
	const wanted = new Set(
		learnable(
			unlabelled.map(({ id }) => id),
			split,
			input.groups,
		),
	);
	const candidates = unlabelled.filter(({ id }) => wanted.has(id));
	let guesses: PseudoLabel[] = [];
	let threshold: number | null = null;
	let rounds = 0;
	while (rounds < mostRounds && candidates.length > 0) {
		const teacher = await trainHead(
			services,
			manifest,
			{
				...input,
				split: withoutValidation(split),
				guesses: { products: candidates, labels: guesses },
			},
			quiet,
		);
		// What learns below the head has seen every product but those it is judged by.
		const first = rounds === 0 && !learnsBelow(input.specification);
		const sure = await trusted(services, { teacher, split, first, input }, quiet);
		if (sure === null) break;
		const { model } = teacher;
		const products = candidates.map(toClassify);
		const asked = { model, products, ranks: 1, sureAt: null };
		const answers = await services.learn.remote.predict(asked, quiet);
		const next = sureAnswers(
			candidates.map(({ id }) => id),
			answers,
			sure,
		);
		if (next.length <= guesses.length) break;
		guesses = next;
		threshold = sure;
		rounds++;
		round(rounds);
	}
	const figures = { products: unlabelled.length, rounds, threshold };
	const learned = guesses.map(({ productId }) => productId);
	if (guesses.length === 0) return { head: { ...plain, guessed: { ...figures, learned } }, plain };
	const taught = { ...input, split, guesses: { products: candidates, labels: guesses } };
	const head = await trainHead(services, manifest, taught, job);
	return { head: { ...head, guessed: { ...figures, learned } }, plain };
}

/** The split with a part to judge by: the first of as many folds as the specification has, where there is none. */
function judged({ specification, products, assignments, split, groups }: TrainHeadInput): Split {
	const labels = labelsIn(assignments, split);
	const learned = labelledProducts(products, assignments, split, labels, ['train']);
	const ids = learned.products.map(({ id }) => id);
	const folds = stratifiedFolds(
		[...learned.classes],
		ids.map((id) => groups.get(id) ?? null),
		specification.folds,
		specification.seed,
	);
	return withJudges(split, ids, folds);
}

/** The probability from which a teacher's guesses can be trusted; `null` when none can. */
async function trusted(
	services: Services,
	asked: { teacher: TrainedHead; split: Split; first: boolean; input: TrainHeadInput },
	job: JobContext,
): Promise<number | null> {
	const { teacher, split, first, input } = asked;
	const { model, heldOut } = teacher;
	if (first) return trustedThreshold(heldOut.curve, wantedOfGuesses, heldOut.rows);
	const { products, assignments } = input;
	const parts = ['validation'] as const;
	const labelled = labelledProducts(products, assignments, split, model.labels, parts);
	if (labelled.products.length === 0) return null;
	const { evaluation } = await services.learn.remote.evaluate(
		{ model, labelled, trained: new Int32Array() },
		job,
	);
	return trustedThreshold(evaluation.curve, wantedOfGuesses, evaluation.count);
}
