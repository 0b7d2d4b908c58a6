import { unattended } from '../domain/job';
import type { Photo, Product } from '../domain/product';
import { embedMissing } from '../jobs/embedMissing';
import { assembleImport, importFiles, setImportPhase } from '../jobs/importFiles';
import { sampleCatalogue } from '../jobs/sampleCatalogue';
import { importRecord, putImport, unfinishedImports } from '../storage/imports';
import { allPhotos, photosByIds } from '../storage/photos';
import { allProducts } from '../storage/products';
import type { ActionContext } from './context';
import type { Device } from './deviceActions';
import type { PausableJob } from './jobRunner';
import type { Suggester } from './suggesting';
import type { AisleActions } from './types';
import type { DroppedEntry } from './types.drop';

export interface CatalogueImport {
	actions: Pick<AisleActions, 'addSampleCatalogue' | 'resumeUnfinished' | 'dismissUnfinished'>;
	/** Imports files after what is imported already. */
	addFiles(files: DroppedEntry[]): Promise<void>;
}

/** Bringing products in: drops, the sample catalogue, and going on with what was interrupted. */
export function catalogueActions(
	{ services, set, get, jobs, manifest, attempt }: ActionContext,
	device: Device,
	suggester: Suggester,
): CatalogueImport {
	/** Drops made while one is imported wait for it. */
	let queue: Promise<void> = Promise.resolve();

	function queued(work: (job: PausableJob) => Promise<void>): Promise<void> {
		queue = queue
			.then(() => attempt(() => jobs.run('import', true, (job) => thenReadUnfinished(work(job)))))
			.then(() => suggester.lookAhead());
		return queue;
	}

	/** However it ended, what is left to go on with is what storage says. */
	async function thenReadUnfinished(work: Promise<void>): Promise<void> {
		try {
			await work;
		} finally {
			set({ unfinished: await unfinishedImports() });
		}
	}

	async function readCatalogue(): Promise<void> {
		const [products, photos] = await Promise.all([allProducts(), allPhotos()]);
		set({ products, photos: new Map(photos.map((photo) => [photo.id, photo])) });
	}

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

	async function embedEverything(job: PausableJob): Promise<void> {
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
				onBatch(touched) {
					void attempt(() => readPhotosOf(touched));
					suggester.request(touched);
				},
			},
			job,
		);
		// Products whose photo or title another one brought before them had nothing to embed, so no batch named them.
		const { suggestions } = get();
		suggester.request(products.filter(({ id }) => !suggestions.has(id)));
		await suggester.settled();
		// The whole catalogue was looked at, whatever it came with: nothing is left to go on with.
		for (const record of await unfinishedImports())
			if (record.phase === 'embedding') await setImportPhase(record.id, 'done');
	}

	async function bringIn(files: DroppedEntry[], job: PausableJob): Promise<void> {
		const importId = crypto.randomUUID();
		try {
			const importProblems = await importFiles(services, { importId, files }, job);
			set({ importProblems });
			await readCatalogue();
			await embedEverything(job);
		} catch (error) {
			await keepFinished(importId);
			throw error;
		}
	}

	/** A cancelled or failed import: what was copied becomes products, and the rest is offered again. */
	async function keepFinished(importId: string): Promise<void> {
		const record = await importRecord(importId);
		if (record?.phase === 'reading') await assembleImport(services, importId, unattended);
		await readCatalogue();
	}

	return {
		addFiles: (files) => queued((job) => bringIn(files, job)),
		actions: {
			addSampleCatalogue: () =>
				queued(async (job) =>
					bringIn(await sampleCatalogue(services.base, await manifest(), job), job),
				),
			resumeUnfinished: () =>
				queued(async (job) => {
					const { unfinished } = get();
					set({ unfinished: [] });
					for (const { id, phase } of unfinished)
						if (phase === 'reading') {
							const importProblems = await assembleImport(services, id, job);
							set({ importProblems });
						}
					await readCatalogue();
					await embedEverything(job);
				}),
			dismissUnfinished: () =>
				attempt(async () => {
					for (const record of get().unfinished) await putImport({ ...record, phase: 'done' });
					set({ unfinished: [] });
				}),
		},
	};
}
