import { defaultSpecification, type InputBlock } from '../domain/head';
import type { Interactions } from '../domain/interactions';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Searchable, SimilarHit, SimilarQuery, SimilarRequest } from '../domain/similar';
import { headInputs, toClassify } from './labelledProducts';
import { sortBackbone } from './modelEntries';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';
import type { TextEngine } from './textEngine';

/** What products are compared by: what Sort has looked at already. */
export function searchInputs(manifest: ModelsManifest): { photos: InputBlock; titles: InputBlock } {
	const backbones = [sortBackbone(manifest).id];
	const [photos, titles] = headInputs(
		{ ...defaultSpecification, modality: 'both', backbones },
		manifest,
	);
	if (!photos || !titles) throw new Error('unreachable: both were asked for');
	return { photos, titles };
}

interface Opened {
	products: readonly Product[];
	/** Who took what of them, if that is known. */
	interactions: Interactions | null;
}

/** Has the search worker read what the networks said of the catalogue. @throws AbortError */
export async function openSearch(
	{ search }: Pick<Services, 'search'>,
	manifest: ModelsManifest,
	{ products, interactions }: Opened,
	job: JobContext,
): Promise<Searchable> {
	return search.remote.open(
		{
			products: products.map((product) => ({
				...toClassify(product),
				attributes: Object.entries(product.attributes)
					.filter(([, value]) => value !== '')
					.map(([column, value]) => `${column}=${value.toLowerCase()}`),
			})),
			...searchInputs(manifest),
			interactions,
		},
		job,
	);
}

/** The networks, should a photo or words have to be looked at. */
export interface SearchNetworks {
	photoEngine(job: JobContext): Promise<PhotoEngine>;
	textEngine(job: JobContext): Promise<TextEngine>;
}

/**
 * The products of an opened catalogue that are most like what is asked for.
 * @param among whether a product may be found; `null` for all
 * @throws AppError why a photo cannot be decoded; what networks fail of; `worker-died` when nothing is open; AbortError
 */
export async function findSimilar(
	services: Pick<Services, 'search' | 'files'>,
	products: readonly Product[],
	{ productIds, photo, words, settings }: SimilarRequest,
	among: ((productId: string) => boolean) | null,
	networks: SearchNetworks,
	job: JobContext,
): Promise<SimilarHit[]> {
	const query: SimilarQuery = { productIds, photo: null, title: null };
	if (photo) {
		const engine = await networks.photoEngine(job);
		const { size } = engine.entry.preprocessing;
		const { pixels } = await services.files.remote.decodeFile({ file: photo, size }, job);
		query.photo = await engine.look(pixels, job);
	}
	if (words !== '') query.title = await (await networks.textEngine(job)).embed([words], job);
	const allowed = among && Uint8Array.from(products, ({ id }) => (among(id) ? 1 : 0));
	const { hits } = await services.search.remote.nearest({ query, settings, among: allowed }, job);
	return hits;
}
