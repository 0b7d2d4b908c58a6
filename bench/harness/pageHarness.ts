import { embeddingSetId } from '../../src/domain/embedding';
import { type JobContext, unattended } from '../../src/domain/job';
import type { ModelsManifest } from '../../src/domain/models';
import type { Problem, Product } from '../../src/domain/product';
import type { PhotoEntry } from '../../src/domain/tuning';
import type { Networks } from '../../src/jobs/embedInputs';
import { embedMissing } from '../../src/jobs/embedMissing';
import { importFiles } from '../../src/jobs/importFiles';
import { loadManifest } from '../../src/jobs/loadManifest';
import { backboneById, photoEntry } from '../../src/jobs/modelEntries';
import { type PhotoEngine, startPhotoEngine } from '../../src/jobs/photoEngine';
import type { Services } from '../../src/jobs/services';
import { startTextEngine, type TextEngine } from '../../src/jobs/textEngine';
import { backboneStamps } from '../../src/maths/stamps';
import { allPhotos } from '../../src/storage/photos';
import { allProducts } from '../../src/storage/products';
import { filesWorker } from '../../src/workers/files';
import type { DroppedFile } from '../../src/workers/files.contract';
import { groupsWorker } from '../../src/workers/groups';
import { newHeadFilesWorker } from '../../src/workers/headFiles';
import { learnWorker } from '../../src/workers/learn';
import { offlineWorker } from '../../src/workers/offline';
import { newOnnxWorker } from '../../src/workers/onnx';
import { searchWorker } from '../../src/workers/search';
import { newTextWorker } from '../../src/workers/text';
import { newTuneWorker } from '../../src/workers/tune';
import { newVisionWorker } from '../../src/workers/vision';

/** The app without its screens, as benches see it. */
export interface PageHarness {
	services: Services;
	manifest: ModelsManifest;
	/**
	 * Imports folder i of those the harness was started with: photos, zips and tables, through the app's own
	 * import. A profile into which it was brought before is left as it is.
	 * @returns what belongs to no product
	 */
	bringIn(folder: number, job: JobContext): Promise<Problem[]>;
	products(): Promise<Product[]>;
	/** For jobs that look for what is not embedded; they stay loaded. */
	networks: Networks;
	/** Embeds whatever is not embedded yet. `backbone` by id, `null` for titles alone. */
	embed(wanted: Wanted, job: JobContext): Promise<Embedded>;
}

export interface Wanted {
	products: Product[];
	backbone: string | null;
	titles: boolean;
}

export interface Embedded {
	/** Engines that ran; `null` where none was needed. They stay loaded for the next call. */
	photos: PhotoEngine | null;
	titles: TextEngine | null;
	/** Photos that had no row before and were decoded and embedded, or found broken. */
	embeddedPhotos: number;
	/** Seconds of loading the networks, and of everything after that. */
	seconds: { load: number; embed: number };
}

export async function pageHarness(): Promise<PageHarness> {
	const services: Services = {
		base: new URL('/', location.href).href,
		files: filesWorker(),
		learn: learnWorker(),
		newLearn: learnWorker,
		search: searchWorker(),
		groups: groupsWorker(),
		offline: offlineWorker(),
		serviceWorker: null,
		newVision: newVisionWorker,
		newText: newTextWorker,
		newTune: newTuneWorker,
		newHeadFiles: newHeadFilesWorker,
		newOnnx: newOnnxWorker,
	};
	const manifest = await loadManifest(services.base);
	/** By the set of embeddings that they make. */
	const photoEngines = new Map<string, Promise<PhotoEngine>>();
	let textEngine: Promise<TextEngine> | null = null;

	function photoEngine(entry: PhotoEntry, job: JobContext): Promise<PhotoEngine> {
		const set = embeddingSetId(backboneStamps(entry).embedding);
		const engine = photoEngines.get(set) ?? startPhotoEngine(services, entry, () => {}, job);
		photoEngines.set(set, engine);
		return engine;
	}

	function titleEngine(job: JobContext): Promise<TextEngine> {
		const entry = manifest.models.find((model) => model.kind === 'text-encoder');
		if (entry?.kind !== 'text-encoder') throw new Error('models.json names no text encoder');
		textEngine ??= startTextEngine(services, entry, job);
		return textEngine;
	}

	return {
		services,
		manifest,
		products: allProducts,
		networks: {
			textEngine: titleEngine,
			async withPhotoEngine(network, job, use) {
				const engine = photoEngine(photoEntry(manifest, network), job);
				await use(await engine);
				// One that has learned is asked this once, and there may be many.
				if (!network.own) return;
				(await engine).close();
				photoEngines.delete(embeddingSetId(network.stamp));
			},
		},
		async bringIn(folder, job) {
			// Written when all is in: an import that was cut off is gone on with.
			const note = `brought in: ${folder}`;
			const before = localStorage.getItem(note);
			if (before !== null) return JSON.parse(before) as Problem[];
			const files = await folderFiles(folder, job);
			const { problems } = await importFiles(
				services,
				{ importId: crypto.randomUUID(), files },
				job,
			);
			localStorage.setItem(note, JSON.stringify(problems));
			return problems;
		},
		async embed({ products, backbone, titles }, job) {
			const begin = performance.now();
			const photos =
				backbone === null ? null : await photoEngine(backboneById(manifest, backbone), job);
			const text = titles ? await titleEngine(job) : null;
			const loaded = performance.now();
			const stored = await allPhotos();
			const broken = new Set(stored.filter(({ problem }) => problem).map(({ id }) => id));
			let embeddedPhotos = 0;
			const counted: JobContext = {
				signal: job.signal,
				report(progress) {
					if (progress.step === 'embed-photos') embeddedPhotos = progress.done;
					job.report(progress);
				},
			};
			const none = (): never => {
				throw new Error('unreachable: products without what is not wanted');
			};
			await embedMissing(
				services,
				{
					products: products.map((product) => ({
						...product,
						photos: photos ? product.photos : [],
						title: text ? product.title : '',
					})),
					broken,
					photoEngine: () => (photos ? Promise.resolve(photos) : none()),
					textEngine: () => (text ? Promise.resolve(text) : none()),
					onBatch() {},
					unpaused: () => Promise.resolve(),
				},
				counted,
			);
			const seconds = {
				load: (loaded - begin) / 1000,
				embed: (performance.now() - loaded) / 1000,
			};
			return { photos, titles: text, embeddedPhotos, seconds };
		},
	};
}

/** The folder's files as a drop would hand them over. */
async function folderFiles(folder: number, job: JobContext = unattended): Promise<DroppedFile[]> {
	const at = `/harness-data/${folder}`;
	const paths = (await (await fetch(at)).json()) as string[];
	const files: DroppedFile[] = [];
	for (const path of paths) {
		const response = await fetch(`${at}/${path.split('/').map(encodeURIComponent).join('/')}`);
		const file = new File([await response.blob()], path.split('/').at(-1) ?? path);
		files.push({ path, file });
		job.report({ step: 'read-files', done: files.length, total: paths.length });
	}
	return files;
}
