import type { Counted } from '../domain/drop';
import { unattended } from '../domain/job';
import { assembleImport, type Imported, importFiles, setImportPhase } from '../jobs/importFiles';
import { sampleCatalogue } from '../jobs/sampleCatalogue';
import { importRecord, putImport, unfinishedImports } from '../storage/imports';
import { allPhotos } from '../storage/photos';
import { allProducts } from '../storage/products';
import type { ActionContext } from './context';
import type { Embedding } from './embedding';
import type { ImportQueue } from './importQueue';
import type { PausableJob } from './jobRunner';
import type { Labels } from './labelActions';
import type { AisleActions } from './types';
import type { DroppedEntry } from './types.drop';

export interface CatalogueImport {
	actions: Pick<AisleActions, 'addSampleCatalogue' | 'resumeUnfinished' | 'dismissUnfinished'>;
	/** Imports files after what is imported already. */
	addFiles(files: DroppedEntry[], counted?: Counted): Promise<void>;
}

/** Bringing products in: drops, the sample catalogue, and going on with what was interrupted. */
export function catalogueActions(
	{ services, set, get, manifest, attempt }: ActionContext,
	embedding: Embedding,
	queued: ImportQueue,
	labels: Labels,
): CatalogueImport {
	async function readCatalogue(): Promise<void> {
		const [products, photos] = await Promise.all([allProducts(), allPhotos()]);
		set({ products, photos: new Map(photos.map((photo) => [photo.id, photo])) });
	}

	async function took({ problems, labelUndo }: Imported): Promise<void> {
		set({ importProblems: problems });
		await labels.took(labelUndo);
	}

	async function embedEverything(job: PausableJob): Promise<void> {
		await embedding.everything(job);
		// The whole catalogue was looked at, whatever it came with: nothing is left to go on with.
		for (const record of await unfinishedImports())
			if (record.phase === 'embedding') await setImportPhase(record.id, 'done');
	}

	async function bringIn(
		files: DroppedEntry[],
		counted: Counted | undefined,
		job: PausableJob,
	): Promise<void> {
		const importId = crypto.randomUUID();
		try {
			const imported = await importFiles(services, { importId, files, counted }, job);
			await took(imported);
			await readCatalogue();
			// There is something to lose from now on.
			if (get().kept === null) void get().askToKeep();
			await embedEverything(job);
		} catch (error) {
			await keepFinished(importId);
			throw error;
		}
	}

	/** A cancelled or failed import: what was copied becomes products, and the rest is offered again. */
	async function keepFinished(importId: string): Promise<void> {
		const record = await importRecord(importId);
		if (record?.phase === 'reading')
			await labels.took((await assembleImport(services, importId, unattended)).labelUndo);
		await readCatalogue();
	}

	return {
		addFiles: (files, counted) => queued((job) => bringIn(files, counted, job)),
		actions: {
			addSampleCatalogue: () =>
				queued(async (job) =>
					bringIn(await sampleCatalogue(services.base, await manifest(), job), undefined, job),
				),
			resumeUnfinished: () =>
				queued(async (job) => {
					const { unfinished } = get();
					set({ unfinished: [] });
					for (const { id, phase } of unfinished)
						if (phase === 'reading') {
							await took(await assembleImport(services, id, job));
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
