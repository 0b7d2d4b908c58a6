import type { VisionBackend } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import {
	type HeadModel,
	type HeadSpecification,
	type InputBlock,
	nextVersion,
	type TrainedHead,
} from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Split } from '../domain/split';
import type { PseudoLabel } from '../maths/selfTraining';
import { headById, headsOf } from '../storage/heads';
import type { LabelledProducts } from '../workers/heads.contract';
import { heldOutFolds } from './heldOutFolds';
import { headInputs, labelledProducts, labelsIn, toClassify } from './labelledProducts';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

export interface TrainHeadInput {
	specification: HeadSpecification;
	/** Shown to people; versions are counted per name. */
	name: string;
	products: Product[];
	/** Labels of the specification's field. */
	assignments: LabelAssignment[];
	split: Split;
	/** Products that must not be parted, by product id (maths of near-duplicates); may be empty. */
	groups: ReadonlyMap<string, string>;
	/** Products without a label, and what another head took some of them for: learned from, and never judged by. */
	guesses?: { products: readonly Product[]; labels: readonly PseudoLabel[] };
	/** What it stands on; left out, what its specification says without networks that learn along. */
	inputs?: InputBlock[];
	/** `null` takes the default of learnBackend.ts. The same as in every other call of this worker's life. */
	backend: VisionBackend | null;
}

/**
 * Trains a head on the training and validation parts; stores nothing. The test part is not looked at.
 * @throws AppError `head-one-label`, `head-nothing-to-learn`, `head-no-products`, `head-source-unfit`, `head-source-saw-test`; AbortError
 */
export async function trainHead(
	services: Services,
	manifest: ModelsManifest,
	input: TrainHeadInput,
	job: JobContext,
): Promise<TrainedHead> {
	const { specification, name, products, assignments, split } = input;
	const labels = labelsIn(assignments, split);
	const parts = ['train', 'validation'] as const;
	const labelled = labelledProducts(products, assignments, split, labels, parts);
	if (labelled.products.length === 0) throw new AppError('head-nothing-to-learn');
	const { products: all, folds } = withGuesses(labelled, heldOutFolds(labelled, input), input);
	const trained = await services.learn.remote.train(
		{
			specification,
			labelled: all,
			folds,
			inputs: input.inputs ?? headInputs(specification, manifest),
			backend: input.backend ?? learnBackend(),
			source: await carriedModel(input),
		},
		job,
	);
	const without = new Set(trained.without);
	const earlier = await headsOf(specification.field);
	return {
		id: crypto.randomUUID(),
		field: specification.field,
		name,
		version: nextVersion(earlier, specification.field, name),
		createdAt: Date.now(),
		specification,
		seen: labelled.products.map(({ id }) => id).filter((id) => !without.has(id)),
		...trained,
		seconds: trained.seconds + tuningSeconds(trained.model.inputs),
	};
}

/**
 * The head that the specification makes use of.
 * @throws AppError `head-source-unfit` when it is gone, `head-source-saw-test` when it knows test products already
 */
async function carriedModel({ specification, split }: TrainHeadInput): Promise<HeadModel | null> {
	const { carried } = specification;
	if (!carried) return null;
	const head = await headById(carried.headId);
	if (!head) throw new AppError('head-source-unfit');
	if (head.seen.some((id) => split.parts.get(id) === 'test'))
		throw new AppError('head-source-saw-test');
	return head.model;
}

/** Guesses behind the labels, in no fold: they are learned from each time, and nothing is judged by them. */
function withGuesses(
	labelled: LabelledProducts,
	folds: Int16Array,
	{ guesses }: TrainHeadInput,
): { products: LabelledProducts; folds: Int16Array } {
	if (!guesses) return { products: labelled, folds };
	const byId = new Map(guesses.products.map((product) => [product.id, product]));
	const index = new Map(labelled.labels.map((label, at) => [label, at]));
	const more = guesses.labels.flatMap(({ productId, label }) => {
		const product = byId.get(productId);
		const at = index.get(label);
		return product && at !== undefined ? [{ product: toClassify(product), at }] : [];
	});
	return {
		products: {
			...labelled,
			products: [...labelled.products, ...more.map(({ product }) => product)],
			classes: Int32Array.from([...labelled.classes, ...more.map(({ at }) => at)]),
		},
		folds: Int16Array.from([...folds, ...more.map(() => -1)]),
	};
}

/** What networks took to learn that the head stands on. */
function tuningSeconds(inputs: readonly InputBlock[]): number {
	return inputs.reduce((sum, { own }) => sum + (own?.learned.seconds ?? 0), 0);
}
