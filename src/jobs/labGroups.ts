import type { HeadSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import { inputGroups } from './duplicateGroups';
import { headInputs } from './labelledProducts';
import type { Services } from './services';

export interface LabGroupsInput {
	/** All of one field, in their order. */
	runs: readonly { specification: HeadSpecification }[];
	/** Those with a label. */
	products: readonly Product[];
}

/**
 * Which products are nearly the same and stay on one side of a split. The first photo network of all runs says so, once
 * it has looked at every product, so that splits stay what they were when more strategies are queued.
 * @throws AbortError
 */
export async function labGroups(
	services: Services,
	manifest: ModelsManifest,
	{ runs, products }: LabGroupsInput,
	job: JobContext,
): Promise<ReadonlyMap<string, string>> {
	const inputs = runs.flatMap(({ specification }) => headInputs(specification, manifest));
	return inputGroups(services, { products, inputs, backend: null }, job);
}
