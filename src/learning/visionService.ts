import type { FeatureMap } from '../domain/attention';
import type { BackboneReady, VisionBackend } from '../domain/backends';
import { type EmbeddingRow, embeddingSetId } from '../domain/embedding';
import { AppError } from '../domain/errors';
import type { JobContext } from '../domain/job';
import type { PhotoEntry } from '../domain/tuning';
import { backboneStamps } from '../maths/stamps';
import { putEmbeddings } from '../storage/embeddings';
import { Backbone } from './backbone';
import { loadNetwork } from './layersModel';
import { modelFiles } from './modelFiles';
import { selfTest } from './selfTest';
import { startBackend } from './tfBackend';

interface LoadInput {
	backbone: PhotoEntry;
	backend: VisionBackend;
	base: string;
}

interface EmbedInput {
	photoIds: string[];
	pixels: Uint8Array;
}

/** What the vision worker does: one backbone on one backend for life. See `VisionContract`. */
export function visionService() {
	let backbone: Backbone | null = null;
	let asked = false;

	async function load(input: LoadInput, job: JobContext): Promise<BackboneReady> {
		if (asked) throw new Error('a vision worker loads once');
		asked = true;
		const entry = input.backbone;
		const files = modelFiles(entry, input.base);
		const backend = await startBackend(input.backend);
		const network = await backend.guarded(
			loadNetwork(entry, files, (done, total) => {
				job.signal.throwIfAborted();
				job.report({ step: 'load-model', done, total });
			}),
		);
		const loaded = new Backbone(entry, network, backend);
		try {
			job.report({ step: 'check-backend', done: 0, total: 1 });
			const result = await selfTest(loaded, files, job.signal);
			job.report({ step: 'check-backend', done: 1, total: 1 });
			backbone = loaded;
			return {
				backend: input.backend,
				...result,
				threads: backend.threads,
				device: backend.device,
				stamps: stampsOf(entry),
			};
		} catch (error) {
			loaded.dispose();
			throw error;
		}
	}

	async function embed(input: EmbedInput, job: JobContext): Promise<{ photos: number }> {
		// A fresh worker in place of one that died knows nothing; to the page that is the same death.
		if (!backbone) throw new AppError('worker-died', { reason: 'nothing is loaded' });
		const { photoIds, pixels } = input;
		const total = photoIds.length;
		const { embedding, beliefs } = await backbone.embed(pixels, job.signal, (done) =>
			job.report({ step: 'embed-photos', done, total }),
		);
		const [embeddingStamp, beliefsStamp] = stampsOf(backbone.entry).map(embeddingSetId);
		const rows = rowsOf(embeddingStamp, photoIds, embedding);
		if (beliefs) rows.push(...rowsOf(beliefsStamp, photoIds, beliefs));
		await putEmbeddings(rows);
		return { photos: total };
	}

	async function look({ pixels }: { pixels: Uint8Array }, job: JobContext) {
		if (!backbone) throw new AppError('worker-died', { reason: 'nothing is loaded' });
		const { embedding } = await backbone.embed(pixels, job.signal, () => {});
		return { vectors: embedding };
	}

	async function features({ pixels }: { pixels: Uint8Array }): Promise<{ photos: FeatureMap[][] }> {
		if (!backbone) throw new AppError('worker-died', { reason: 'nothing is loaded' });
		return { photos: await backbone.features(pixels) };
	}

	return { load, embed, look, features };
}

function stampsOf(entry: PhotoEntry) {
	const { embedding, beliefs } = backboneStamps(entry);
	return beliefs ? [embedding, beliefs] : [embedding];
}

function rowsOf(set: string | undefined, items: string[], vectors: Float32Array): EmbeddingRow[] {
	if (set === undefined) throw new Error('no stamp for these rows');
	const dimensions = vectors.length / items.length;
	return items.map((item, i) => ({
		set,
		item,
		vector: vectors.slice(i * dimensions, (i + 1) * dimensions),
	}));
}
