import type { Photo, Product } from '../domain/product';
import { embedInputs, missingInputs } from '../jobs/embedInputs';
import { embedMissing } from '../jobs/embedMissing';
import { headById } from '../storage/heads';
import { photosByIds } from '../storage/photos';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import { targetHead } from './fieldTarget';
import type { PausableJob } from './jobRunner';
import type { Suggester } from './suggesting';

/** Having the networks look at what they have not seen. */
export interface Embedding {
	/** For Sort's own networks, and before that for the head that Sort uses now. */
	everything(job: PausableJob): Promise<void>;
	/** What the head looks at that Sort uses now. */
	forTarget(job: PausableJob): Promise<void>;
	/** Whether that head lacks anything. */
	targetLacks(): Promise<boolean>;
}

export function embedding(
	{ services, set, get, attempt }: ActionContext,
	device: Device,
	suggester: Suggester,
): Embedding {
	/** Decoding found out their size, made their thumbnail or said why not: show it. */
	async function readPhotosOf(products: Product[]): Promise<void> {
		const ids = products.flatMap((product) => product.photos.map(({ photoId }) => photoId));
		const found = await photosByIds(ids);
		set((state) => {
			const photos = new Map<string, Photo>(state.photos);
			for (const photo of found) photos.set(photo.id, photo);
			return { photos };
		});
	}

	function onBatch(touched: Product[]): void {
		void attempt(() => readPhotosOf(touched));
		suggester.request(touched);
	}

	async function wanted() {
		const summary = targetHead(get());
		const head = summary && (await headById(summary.id));
		if (!head) return null;
		const { inputs, views } = head.model;
		return { inputs, views, products: get().products };
	}

	async function forTarget(job: PausableJob): Promise<void> {
		const target = await wanted();
		if (!target) return;
		const { unpaused } = job;
		const { photos: looked } = await embedInputs(
			services,
			{ ...target, networks: device, onBatch, unpaused },
			job,
		);
		// Answers that were given before the other views of a photo were there are not the head's last word.
		const viewed = new Set(looked.flatMap((photos) => photos.viewed));
		const late = target.products.filter(({ photos }) =>
			photos.some(({ photoId }) => viewed.has(photoId)),
		);
		if (late.length > 0) suggester.request(late);
	}

	return {
		forTarget,
		async targetLacks() {
			const target = await wanted();
			if (!target) return false;
			const { photos, titles } = await missingInputs(target);
			return (
				titles.length > 0 || photos.some(({ plain, viewed }) => plain.length + viewed.length > 0)
			);
		},
		async everything(job) {
			await forTarget(job);
			const { products, photos } = get();
			const broken = [...photos.values()].filter(({ problem }) => problem).map(({ id }) => id);
			await embedMissing(
				services,
				{
					products,
					broken: new Set(broken),
					photoEngine: () => device.photoEngine(job),
					textEngine: () => device.textEngine(job),
					unpaused: job.unpaused,
					onBatch,
				},
				job,
			);
			// Products whose photo or title another one brought before them had nothing to embed, so no batch named them.
			const { suggestions } = get();
			suggester.request(products.filter(({ id }) => !suggestions.has(id)));
			await suggester.settled();
		},
	};
}
