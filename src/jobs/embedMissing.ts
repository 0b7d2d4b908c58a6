import { embeddingSetId } from '../domain/embedding';
import type { JobContext } from '../domain/job';
import type { Product } from '../domain/product';
import { backboneStamps, titleStamp } from '../maths/stamps';
import { textHash } from '../maths/textHash';
import { titleTexts } from '../maths/zeroShot/titleText';
import { embeddedItems } from '../storage/embeddings';
import { embedPhotos } from './embedPhotos';
import { embedTitles } from './embedTitles';
import type { PhotoEngine } from './photoEngine';
import type { Services } from './services';
import type { TextEngine } from './textEngine';

interface Input {
	products: Product[];
	/** Photos known to be undecodable are not tried again. */
	broken: ReadonlySet<string>;
	photoEngine(): Promise<PhotoEngine>;
	textEngine(): Promise<TextEngine>;
	/** Products that have new rows, or a photo that turned out to be undecodable, after each batch. */
	onBatch(products: Product[]): void;
	unpaused(): Promise<void>;
}

/**
 * Embeds whatever of these products has no row yet: the one way for a new import, for going on with an
 * interrupted one and for a change of model. Titles and photos run side by side, each in their own workers.
 */
export async function embedMissing(
	services: Services,
	input: Input,
	job: JobContext,
): Promise<void> {
	const { products, broken, onBatch, unpaused } = input;
	const byPhoto = groupBy(products, (product) => product.photos.map(({ photoId }) => photoId));
	const byTitle = groupBy(products, ({ title }) => (title ? [title] : []));

	async function titles(): Promise<void> {
		if (byTitle.size === 0) return;
		const engine = await input.textEngine();
		const stored = await embeddedItems(embeddingSetId(titleStamp(engine.entry)));
		const wanted = [...byTitle.keys()].flatMap((title) => {
			const texts = titleTexts(title)
				.map((text) => ({ id: textHash(text), text }))
				.filter(({ id }) => !stored.has(id));
			for (const { id } of texts) stored.add(id);
			return texts.length > 0 ? { title, texts } : [];
		});
		// The photos are the longer job: where there are any, theirs is the progress that shows.
		const quiet = byPhoto.size > 0 ? { signal: job.signal, report() {} } : job;
		await embedTitles(
			{ titles: wanted, engine, unpaused, onBatch: (titles) => onBatch(all(byTitle, titles)) },
			quiet,
		);
	}

	async function photos(): Promise<void> {
		if (byPhoto.size === 0) return;
		const engine = await input.photoEngine();
		const stored = await embeddedItems(embeddingSetId(backboneStamps(engine.entry).embedding));
		const photoIds = [...byPhoto.keys()].filter((id) => !stored.has(id) && !broken.has(id));
		await embedPhotos(
			services,
			{
				photoIds,
				engine,
				size: engine.entry.preprocessing.size,
				unpaused,
				onBatch(embedded, failed) {
					const touched = [...embedded, ...failed.map(({ photoId }) => photoId)];
					onBatch(all(byPhoto, touched));
				},
			},
			job,
		);
	}

	job.report({ step: 'load-model', done: 0, total: null });
	await Promise.all([titles(), photos()]);
}

function groupBy(
	products: Product[],
	keys: (product: Product) => string[],
): Map<string, Product[]> {
	const groups = new Map<string, Product[]>();
	for (const product of products)
		for (const key of keys(product)) {
			const group = groups.get(key);
			if (group) group.push(product);
			else groups.set(key, [product]);
		}
	return groups;
}

function all(groups: Map<string, Product[]>, keys: string[]): Product[] {
	return [...new Set(keys.flatMap((key) => groups.get(key) ?? []))];
}
