import type { Audit } from '../domain/audit';
import type { LabelAssignment } from '../domain/field';
import type { HeadSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import { labelIssues } from '../maths/confidentLearning';
import { stratifiedFolds } from '../maths/splits';
import { inputGroups } from './duplicateGroups';
import { embedInputs, type Networks } from './embedInputs';
import { headInputs, labelledOnes, toClassify } from './labelledProducts';
import { learnBackend } from './learnBackend';
import type { Services } from './services';

export interface AuditInput {
	/** How the heads learn that doubt labels; its field is the one that is looked at. */
	specification: HeadSpecification;
	products: readonly Product[];
	/** Labels of that field. */
	assignments: readonly LabelAssignment[];
	networks: Networks;
}

/** What heads that had not seen a product made of it. */
export interface HeldOutAnswers {
	labels: string[];
	/** `[n]` ids of products. */
	productIds: string[];
	/** `[n]` index of the label each has. */
	given: Int32Array;
	/** `[n, labels]`, calibrated. */
	probabilities: Float32Array;
	/** Labelled products of which nothing could be read. */
	without: number;
}

/**
 * Holds every labelled product out once and asks a head about it that learned from the others; near-duplicates are
 * held out together, or one would vouch for the other. Stores nothing but embeddings.
 * @throws AppError `head-nothing-labelled`, `head-one-label`, `head-no-products`, what networks fail of; AbortError
 */
export async function heldOutAnswers(
	services: Services,
	manifest: ModelsManifest,
	{ specification, products, assignments, networks }: AuditInput,
	job: JobContext,
): Promise<HeldOutAnswers> {
	const { field, seed } = specification;
	const { products: own, labelOf, labels } = labelledOnes(products, assignments, field);
	const inputs = headInputs(specification, manifest);
	await embedInputs(services, { inputs, views: [], products: own, networks }, job);
	const groups = await inputGroups(services, { products: own, inputs, backend: null }, job);
	const index = new Map(labels.map((label, at) => [label, at]));
	const classes = Int32Array.from(own, ({ id }) => index.get(labelOf.get(id) ?? '') ?? 0);
	const { rows, probabilities } = await services.learn.remote.crossValidate(
		{
			specification,
			labelled: { products: own.map(toClassify), labels, classes },
			folds: stratifiedFolds(
				[...classes],
				own.map(({ id }) => groups.get(id) ?? null),
				specification.folds,
				seed,
			),
			inputs,
			backend: learnBackend(),
		},
		job,
	);
	return {
		labels,
		productIds: Array.from(rows, (row) => own[row]?.id ?? ''),
		given: rows.map((row) => classes[row] as number),
		probabilities,
		without: own.length - rows.length,
	};
}

/** Looks for misfiled products. Throws as `heldOutAnswers` does. */
export async function audit(
	services: Services,
	manifest: ModelsManifest,
	input: AuditInput,
	job: JobContext,
): Promise<Audit> {
	const { field, modality, seed } = input.specification;
	const answers = await heldOutAnswers(services, manifest, input, job);
	const { labels, productIds, given, probabilities, without } = answers;
	return {
		field,
		modality,
		seed,
		looked: productIds.length,
		without,
		doubted: labelIssues(probabilities, given, labels.length).map(
			({ row, proposed, ...probabilities }) => ({
				productId: productIds[row] ?? '',
				given: labels[given[row] ?? -1] ?? '',
				proposed: labels[proposed] ?? '',
				...probabilities,
			}),
		),
	};
}
