import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { TrainedHead } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import type { Report } from '../domain/report';
import type { Split } from '../domain/split';
import { operatingPoint } from '../maths/operatingPoint';
import { labelledProducts } from './labelledProducts';
import type { Services } from './services';

/** Accuracies that people ask for before they let something decide alone. */
const wantedAccuracies = [0.9, 0.95, 0.98, 0.99];

export interface EvaluateHeadInput {
	head: TrainedHead;
	products: Product[];
	assignments: LabelAssignment[];
	split: Split;
}

/**
 * Measures a head on the test part; stores nothing. Thresholds come from products that were held out
 * in training, so that the test part says how well they keep their word.
 * @throws AppError `head-no-products` when no test product has an embedding; AbortError
 */
export async function evaluateHead(
	services: Services,
	{ head, products, assignments, split }: EvaluateHeadInput,
	job: JobContext,
): Promise<Report> {
	const { model } = head;
	const labelOf = new Map(assignments.map(({ productId, label }) => [productId, label]));
	const labelled = labelledProducts(products, assignments, split, model.labels, ['test']);
	const learned = head.seen
		.map((id) => model.labels.indexOf(labelOf.get(id) ?? ''))
		.filter((index) => index >= 0);
	if (labelled.products.length === 0) throw new AppError('head-no-products');
	const { evaluation, without } = await services.learn.remote.evaluate(
		{ model, labelled, trained: Int32Array.from(learned) },
		job,
	);
	if (evaluation.count === 0) throw new AppError('head-no-products');
	const count = (part: string) => [...split.parts.values()].filter((of) => of === part).length;
	return {
		headId: head.id,
		field: head.field,
		createdAt: Date.now(),
		seed: split.seed,
		splitOrigin: split.origin,
		counts: { train: count('train'), validation: count('validation'), test: evaluation.count },
		test: evaluation,
		operatingPoints: wantedAccuracies.map((wanted) =>
			operatingPoint(head.heldOut, evaluation.products, wanted),
		),
		tooSmall: split.tooSmall,
		parted: split.parted,
		without,
	};
}
