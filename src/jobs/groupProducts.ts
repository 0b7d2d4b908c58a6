import { AppError } from '../domain/errors';
import type { Grouping, GroupingRequest, ProductGroup } from '../domain/groups';
import { defaultSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { PackedGroups } from '../workers/groups.contract';
import { embedInputs, type Networks } from './embedInputs';
import { headInputs, toClassify } from './labelledProducts';
import { sortBackbone } from './modelEntries';
import type { Services } from './services';

/**
 * Puts products into groups by what they look like, what they are called, or both. Stores nothing but embeddings.
 * @param products those that are to be grouped
 * @throws AppError `groups-nothing-known`, what networks fail of; AbortError
 */
export async function groupProducts(
	services: Services,
	manifest: ModelsManifest,
	input: { request: GroupingRequest; products: readonly Product[]; networks: Networks },
	job: JobContext,
): Promise<Grouping> {
	const { request, products, networks } = input;
	const { modality, count, seed } = request;
	// What Sort's network saw is there already.
	const backbones = [sortBackbone(manifest).id];
	const inputs = headInputs({ ...defaultSpecification, modality, backbones }, manifest);
	await embedInputs(services, { inputs, views: [], products, networks }, job);
	const found = await services.groups.remote.group(
		{ products: products.map(toClassify), inputs, count, seed },
		job,
	);
	if (found.rows.length === 0) throw new AppError('groups-nothing-known');
	return {
		request,
		groups: unpacked(found, products),
		tried: found.tried,
		without: products.length - found.rows.length,
	};
}

/** The largest first; in each the most typical first. */
function unpacked(
	{ rows, groups, distances }: PackedGroups,
	products: readonly Product[],
): ProductGroup[] {
	const members = new Map<number, number[]>();
	for (const [at, group] of groups.entries()) {
		const own = members.get(group);
		if (own) own.push(at);
		else members.set(group, [at]);
	}
	return [...members.values()]
		.sort((a, b) => b.length - a.length)
		.map((own, index) => ({
			number: index + 1,
			productIds: own
				.sort((a, b) => (distances[a] as number) - (distances[b] as number))
				.flatMap((at) => products[rows[at] as number]?.id ?? []),
		}));
}
