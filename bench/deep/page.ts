import { assignmentOf } from '../../scripts/evaluate/labels';
import { defaultSpecification, type HeadSpecification } from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import { evaluateHead } from '../../src/jobs/evaluateHead';
import { makeSplit } from '../../src/jobs/makeSplit';
import { trainHead } from '../../src/jobs/trainHead';
import { tunedInputs } from '../../src/jobs/tunedInputs';
import { samePhotoGroups } from '../../src/maths/samePhotos';
import type { PageHarness } from '../harness/pageHarness';

export interface DeepRun {
	/** What differs from the default. */
	changed: Partial<HeadSpecification>;
	/** Products of each label to learn from; the test part is left whole. */
	perLabel: number;
}

export interface DeepResult {
	learned: number;
	tested: number;
	accuracy: number;
	interval: [number, number];
	heldOut: number;
	/** Of the network, where it learned: epoch that was kept, of how many, and its accuracy on photos held out. */
	network: { epoch: number; accuracies: number[]; seconds: number; bytes: number } | null;
	/** Before the first step, to the embedding as it is stored. */
	difference: number | null;
	seconds: number;
}

const field = 'articleType';

/** Trains as the Train screen does, on the split that the table gives, and measures; stores only embeddings. */
export async function trainDeep(
	harness: PageHarness,
	{ changed, perLabel }: DeepRun,
	job: JobContext,
): Promise<DeepResult> {
	const { services, manifest, networks } = harness;
	await harness.bringIn(0, job);
	const products = await harness.products();
	const specification: HeadSpecification = { ...defaultSpecification, field, ...changed };
	for (const backbone of specification.backbones)
		await harness.embed({ products, backbone, titles: specification.modality !== 'photo' }, job);
	const all = products.flatMap((product) => assignmentOf(product, field) ?? []);
	const groups = samePhotoGroups(products, () => false);
	const choice = { by: 'column', column: 'split' } as const;
	const given = makeSplit({ field, products, assignments: all, groups, choice });
	const counts = new Map<string, number>();
	const assignments = all.filter(({ productId, label }) => {
		if (given.parts.get(productId) === 'test') return true;
		const before = counts.get(label) ?? 0;
		counts.set(label, before + 1);
		return before < perLabel;
	});
	const labelled = new Set(assignments.map(({ productId }) => productId));
	const own = products.filter(({ id }) => labelled.has(id));
	const split = makeSplit({ field, products: own, assignments, groups, choice });
	const common = { specification, products: own, assignments, split, groups, backend: null };
	const inputs = await tunedInputs(services, manifest, { ...common, networks }, job);
	const head = await trainHead(services, manifest, { ...common, name: field, inputs }, job);
	const { test } = await evaluateHead(services, { head, ...common }, job);
	const network = head.model.inputs[0]?.own;
	return {
		learned: head.seen.length,
		tested: test.count,
		accuracy: test.accuracy.value,
		interval: [test.accuracy.low, test.accuracy.high],
		heldOut: head.heldOut.accuracy,
		network: network
			? {
					epoch: network.learned.epoch,
					accuracies: network.learned.curve.map(({ validationAccuracy }) => validationAccuracy),
					seconds: network.learned.seconds,
					bytes: network.data.size,
				}
			: null,
		difference: network?.learned.difference ?? null,
		seconds: head.seconds,
	};
}
