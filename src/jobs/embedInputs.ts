import { type Augmentation, viewItem } from '../domain/augmentation';
import { embeddingSetId } from '../domain/embedding';
import type { InputBlock } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { isMadeOfTitle } from '../maths/stamps';
import { textHash } from '../maths/textHash';
import { embeddedItems } from '../storage/embeddings';
import { allPhotos } from '../storage/photos';
import { embedMissing } from './embedMissing';
import { embedViews } from './embedViews';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';
import type { TextEngine } from './textEngine';

/** Which photo network, and what it has learned. */
export type PhotoNetwork = Pick<InputBlock, 'stamp' | 'own'>;

/** Networks on loan, for products that have not been looked at yet. */
export interface Networks {
	/** The photo network of that block, for as long as `use` takes. */
	withPhotoEngine(
		network: PhotoNetwork,
		job: JobContext,
		use: (engine: PhotoEngine) => Promise<void>,
	): Promise<void>;
	textEngine(job: JobContext): Promise<TextEngine>;
}

/** What a head looks at, of which products. */
export interface Wanted {
	inputs: readonly InputBlock[];
	/** Views of the photos that it looks at too. */
	views: readonly Augmentation[];
	products: readonly Product[];
}

interface EmbedInputs extends Wanted {
	networks: Networks;
	/** Products that have new rows, after each batch. */
	onBatch?: (products: Product[]) => void;
	unpaused?: () => Promise<void>;
}

/** What storage lacks of it. */
export interface MissingInputs {
	/** By photo network: ids of photos without an embedding, and of those that lack one of a view. */
	photos: { network: PhotoNetwork; plain: string[]; viewed: string[] }[];
	/** Titles without an embedding. */
	titles: string[];
}

/** Photos that are known to be undecodable are not missing. */
export async function missingInputs({ inputs, views, products }: Wanted): Promise<MissingInputs> {
	const missing: MissingInputs = { photos: [], titles: [] };
	const broken = new Set((await allPhotos()).filter(({ problem }) => problem).map(({ id }) => id));
	const photoIds = new Set(products.flatMap(({ photos }) => photos.map(({ photoId }) => photoId)));
	const readable = [...photoIds].filter((id) => !broken.has(id));
	for (const block of inputs) {
		const { source, stamp } = block;
		if (isMadeOfTitle(stamp)) continue;
		const stored = await embeddedItems(embeddingSetId(stamp));
		if (source === 'photo')
			missing.photos.push({
				network: block,
				plain: readable.filter((id) => !stored.has(id)),
				viewed: readable.filter((id) => views.some((view) => !stored.has(viewItem(id, view)))),
			});
		else {
			const titles = new Set(products.map(({ title }) => title).filter((title) => title !== ''));
			missing.titles = [...titles].filter((title) => !stored.has(textHash(title)));
		}
	}
	return missing;
}

/**
 * Embeds what a head looks at and storage lacks, one network after the other, and starts only those that are needed.
 * @returns what was missing
 * @throws what networks fail of; `storage-full`; AbortError
 */
export async function embedInputs(
	services: Services,
	{ networks, onBatch, unpaused, ...wanted }: EmbedInputs,
	job: JobContext,
): Promise<MissingInputs> {
	const missing = await missingInputs(wanted);
	const byId = new Map(wanted.products.map((product) => [product.id, product]));
	const common = {
		broken: new Set<string>(),
		onBatch(touched: Product[]) {
			onBatch?.(touched.flatMap(({ id }) => byId.get(id) ?? []));
		},
		unpaused: unpaused ?? (() => Promise.resolve()),
		photoEngine: unwanted,
		textEngine: unwanted,
	};
	for (const { network, plain, viewed } of missing.photos) {
		if (plain.length + viewed.length === 0) continue;
		await networks.withPhotoEngine(network, job, async (engine) => {
			const lacking = new Set(plain);
			const products = wanted.products.map((product) => ({
				...product,
				title: '',
				photos: product.photos.filter(({ photoId }) => lacking.has(photoId)),
			}));
			const photoEngine = () => Promise.resolve(engine);
			await embedMissing(services, { ...common, products, photoEngine }, job);
			await embedViews(services, { photoIds: viewed, views: wanted.views, engine }, job);
		});
	}
	if (missing.titles.length === 0) return missing;
	const products = wanted.products.map((product) => ({ ...product, photos: [] }));
	const textEngine = () => networks.textEngine(job);
	await embedMissing(services, { ...common, products, textEngine }, job);
	return missing;
}

function unwanted(): never {
	throw new Error('unreachable: products without what is not wanted');
}
