import { assignmentOf } from '../../scripts/evaluate/labels';
import type { Augmentation } from '../../src/domain/augmentation';
import { defaultSpecification, type HeadSpecification } from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import type { Product } from '../../src/domain/product';
import { embedViews } from '../../src/jobs/embedViews';
import { makeSplit } from '../../src/jobs/makeSplit';
import { trainHead } from '../../src/jobs/trainHead';
import type { PageHarness } from '../harness/pageHarness';

export interface Viewed {
	augmentations: Augmentation[];
	/** Of the folds. */
	seed: number;
}

export interface HeldOut {
	accuracy: number;
	ece: number;
	seconds: number;
}

const field = 'articleType';

/** Embeds the products that are for training, and views of their photos. */
export async function prepareViews(
	harness: PageHarness,
	{ augmentations }: Pick<Viewed, 'augmentations'>,
	job: JobContext,
): Promise<null> {
	await harness.bringIn(0, job);
	const products = await trainProducts(harness);
	for (const backbone of defaultSpecification.backbones) {
		const { photos } = await harness.embed({ products, backbone, titles: false }, job);
		const photoIds = products.flatMap((product) => product.photos.map(({ photoId }) => photoId));
		if (photos)
			await embedViews(harness.services, { photoIds, views: augmentations, engine: photos }, job);
	}
	return null;
}

/**
 * The default head by photo, each product of the training part held out once: as in every training, by heads that
 * learned from the other folds. The test part is not there.
 */
export async function crossValidate(
	{ services, manifest, ...harness }: PageHarness,
	{ augmentations, seed }: Viewed,
	job: JobContext,
): Promise<HeldOut> {
	const products = await trainProducts(harness);
	const assignments = products
		.map((product) => assignmentOf(product, field))
		.filter((assignment) => assignment !== null);
	const groups = new Map<string, string>();
	const split = makeSplit({
		field,
		products,
		assignments,
		groups,
		choice: { by: 'column', column: 'split' },
	});
	const specification: HeadSpecification = { ...defaultSpecification, field, augmentations, seed };
	const { heldOut, seconds } = await trainHead(
		services,
		manifest,
		{ specification, name: 'bench', products, assignments, split, groups, backend: null },
		job,
	);
	return { accuracy: heldOut.accuracy, ece: heldOut.ece, seconds };
}

async function trainProducts({ products }: Pick<PageHarness, 'products'>): Promise<Product[]> {
	return (await products()).filter(({ attributes }) => attributes.split === 'train');
}
