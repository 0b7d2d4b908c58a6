import type { FieldName, LabelAssignment } from '../domain/field';
import { defaultSpecification } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { SuspiciousListings } from '../domain/suspicion';
import { photoGroups, samePhotoGroups } from '../maths/samePhotos';
import { neighboursWanted } from '../maths/suspicious/neighbourhood';
import { suspicions } from '../maths/suspicious/suspicions';
import { photosThatLookSame, toldApart } from './duplicateGroups';
import { embedInputs, type Networks } from './embedInputs';
import type { Services } from './services';
import { searchInputs } from './similar';

export interface SuspiciousInput {
	products: readonly Product[];
	/** The field whose labels photos are held against; `null` for none. */
	field: FieldName | null;
	/** Its labels, by product id. */
	labels: ReadonlyMap<string, LabelAssignment>;
	/** Names of all fields: columns of these names are looked at as labels. */
	fields: readonly FieldName[];
	networks: Networks;
	/** Has the search worker read what is embedded of these products. */
	openSearch(): Promise<unknown>;
}

/**
 * Holds every listing against the products most like it. Stores nothing but embeddings.
 * @throws what networks fail of; AbortError
 */
export async function lookForSuspicious(
	services: Services,
	manifest: ModelsManifest,
	{ products, field, labels, fields, networks, openSearch }: SuspiciousInput,
	job: JobContext,
): Promise<SuspiciousListings> {
	const inputs = searchInputs(manifest);
	await embedInputs(
		services,
		{ inputs: [inputs.photos, inputs.titles], views: [], products, networks },
		job,
	);
	const { stamp } = inputs.photos;
	const looksSame = await photosThatLookSame(services, { products, stamp, backend: null }, job);
	const apart = await toldApart();
	await openSearch();
	const names = [...new Set([...labels.values()].map(({ label }) => label))];
	const index = new Map(names.map((name, at) => [name, at]));
	const neighbourhood = await services.search.remote.neighbourhood(
		{
			labels: Int32Array.from(products, ({ id }) => index.get(labels.get(id)?.label ?? '') ?? -1),
			seed: defaultSpecification.seed,
		},
		job,
	);
	const near = photoGroups(products, looksSame, apart);
	const same = samePhotoGroups(products, apart);
	const none = products.filter((_, row) => neighbourhood.near[row * neighboursWanted] === -1);
	return {
		looked: products.length - none.length,
		without: none.length,
		field,
		found: suspicions({ products, field, labels, fields, neighbourhood, near, same }),
	};
}
