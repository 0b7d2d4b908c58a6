import type { LabelAssignment } from '../domain/field';
import type { HeadSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Split, SplitChoice } from '../domain/split';
import { samePhotoGroups } from '../maths/samePhotos';
import { duplicateGroups } from './duplicateGroups';
import { headInputs } from './labelledProducts';
import { makeSplit } from './makeSplit';
import type { Services } from './services';

export interface LabSplitInput {
	/** All of one field, in their order. */
	runs: readonly { field: string; specification: HeadSpecification; choice: SplitChoice }[];
	/** Those with a label. */
	products: readonly Product[];
	/** Labels of the field. */
	assignments: readonly LabelAssignment[];
}

/**
 * The one split of a lab, and which products are nearly the same. The first photo network of all runs says so, once
 * it has looked at every product, so that the split stays what it was when more strategies are queued.
 * @throws AppError `split-unknown-part`; RangeError without runs; AbortError
 */
export async function labSplit(
	services: Services,
	manifest: ModelsManifest,
	{ runs, products, assignments }: LabSplitInput,
	job: JobContext,
): Promise<{ split: Split; groups: ReadonlyMap<string, string> }> {
	const [first] = runs;
	if (!first) throw new RangeError('a lab without runs');
	const photos = runs
		.flatMap(({ specification }) => headInputs(specification, manifest))
		.find(({ source }) => source === 'photo');
	const groups = photos
		? await duplicateGroups(services, { products, stamp: photos.stamp, backend: null }, job)
		: samePhotoGroups(products);
	const { field, choice } = first;
	return { groups, split: makeSplit({ field, products, assignments, groups, choice }) };
}
