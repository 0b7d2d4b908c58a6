import { assignmentOf } from '../../scripts/evaluate/labels';
import { defaultSpecification, type Modality } from '../../src/domain/head';
import type { JobContext } from '../../src/domain/job';
import { groupProducts } from '../../src/jobs/groupProducts';
import { headInputs, toClassify } from '../../src/jobs/labelledProducts';
import { sortBackbone } from '../../src/jobs/modelEntries';
import { storedRows } from '../../src/learning/heads/storedRows';
import { kMeans } from '../../src/maths/kMeans';
import type { PageHarness } from '../harness/pageHarness';
import { type Agreement, agreement } from './agreement';

export interface Grouping {
	modality: Modality;
	/** As many groups as there are labels, or as many as Aisle proposes. */
	count: 'labels' | 'proposed';
	seed: number;
	field: string;
}

export interface GroupedBy {
	groups: number;
	whitened: Agreement;
	plain: Agreement;
}

/** Groups the products the app's way, and by plain k-means into as many. */
export async function groupBoth(
	harness: PageHarness,
	{ modality, count, seed, field }: Grouping,
	job: JobContext,
): Promise<GroupedBy> {
	await harness.bringIn(0, job);
	const all = await harness.products();
	const { services, manifest } = harness;
	const backbone = sortBackbone(manifest).id;
	await harness.embed({ products: all, backbone, titles: true }, job);
	const inputs = headInputs({ ...defaultSpecification, modality, backbones: [backbone] }, manifest);
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	const stored = await storedRows(all.map(toClassify), inputs);
	// Those of which all is known, so that both ways have the same.
	const known = all.filter((product, row) => {
		const own = stored.subarray(row * width, (row + 1) * width);
		return assignmentOf(product, field) !== null && !own.some(Number.isNaN);
	});
	const labelOf = new Map(
		known.map((product) => [product.id, assignmentOf(product, field)?.label ?? '']),
	);
	const labels = [...new Set(labelOf.values())];
	const request = {
		modality,
		unlabelledIn: null,
		count: count === 'labels' ? labels.length : null,
		seed,
	};
	const networks = {
		withPhotoEngine: () => Promise.reject(new Error('everything is embedded')),
		textEngine: () => Promise.reject(new Error('everything is embedded')),
	};
	const { groups } = await groupProducts(
		services,
		manifest,
		{ request, products: known, networks },
		job,
	);
	const groupOf = new Map(
		groups.flatMap(({ productIds, number }) => productIds.map((id) => [id, number] as const)),
	);
	const truth = known.map(({ id }) => labels.indexOf(labelOf.get(id) ?? ''));
	const rows = await storedRows(known.map(toClassify), inputs);
	const plain = plainGroups(rows, width, groups.length, seed);
	return {
		groups: groups.length,
		whitened: agreement(
			known.map(({ id }) => groupOf.get(id) ?? 0),
			truth,
		),
		plain: agreement(plain, truth),
	};
}

function plainGroups(rows: Float32Array, width: number, count: number, seed: number): Int32Array {
	const steps = kMeans(rows, width, { count, starts: 5, seed });
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value.groups;
	}
}
