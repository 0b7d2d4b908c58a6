import type { VisionBackend } from '../domain/backends';
import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import { type HeadSpecification, type InputBlock, isDeep } from '../domain/head';
import type { JobContext } from '../domain/job';
import type { ModelsManifest } from '../domain/models';
import type { Product } from '../domain/product';
import type { Split } from '../domain/split';
import type { OwnWeights, PhotoEntry } from '../domain/tuning';
import { backboneStamps } from '../maths/stamps';
import { mostTuningBytes, tooLarge, tuningBytes } from '../maths/tuningCost';
import type { LabelledProducts } from '../workers/heads.contract';
import { transfer } from '../workers/rpc';
import { embedInputs, type Networks } from './embedInputs';
import { heldOutFolds } from './heldOutFolds';
import { headInputs, labelledProducts, labelsIn } from './labelledProducts';
import { learnBackend } from './learnBackend';
import { photoEntry, scratchEntry } from './modelEntries';
import type { Services } from './services';

export interface TunedInputsInput {
	specification: HeadSpecification;
	/** Those with a label. */
	products: readonly Product[];
	assignments: readonly LabelAssignment[];
	split: Split;
	groups: ReadonlyMap<string, string>;
	backend: VisionBackend | null;
	networks: Networks;
}

const batchSize = 8; // photos, as in embedPhotos

/**
 * What a head of this specification stands on. Networks that learn along are taught first, each by itself, by the
 * products that the head learns from and those alone; then they look at every labelled product anew.
 * @throws AppError `tuning-too-large`, `backend-wrong-answers`, what networks fail of, `storage-full`; AbortError
 */
export async function tunedInputs(
	services: Services,
	manifest: ModelsManifest,
	input: TunedInputsInput,
	job: JobContext,
): Promise<InputBlock[]> {
	const { specification, products, networks } = input;
	const inputs = headInputs(specification, manifest);
	if (!isDeep(specification)) return inputs;
	const tuned: InputBlock[] = [];
	for (const entry of networksToTune(specification, manifest)) {
		const own = await taught(services, entry, input, job);
		const block = { source: 'photo', stamp: backboneStamps(entry).embedding, own } as const;
		const { embedding } = photoEntry(manifest, block);
		const stamp = backboneStamps(photoEntry(manifest, block)).embedding;
		tuned.push({ ...block, stamp, dimensions: embedding.dimensions });
	}
	const views = specification.augmentations;
	await embedInputs(services, { inputs: tuned, views, products, networks }, job);
	return [...tuned, ...inputs.filter(({ source }) => source === 'title')];
}

/** The photo networks that a specification teaches; one that begins from nothing is one, whatever stands beside it. */
export function networksToTune(
	specification: HeadSpecification,
	manifest: ModelsManifest,
): PhotoEntry[] {
	if (!isDeep(specification)) return [];
	if (specification.photoDepth === 'scratch') return [scratchEntry(manifest)];
	return headInputs(specification, manifest)
		.filter(({ source }) => source === 'photo')
		.map((block) => photoEntry(manifest, block));
}

/** Which of a network's stages learn; `null` for all of it. */
export function stagesToTune(
	{ photoDepth, stages }: HeadSpecification,
	entry: PhotoEntry,
): number | null {
	return photoDepth === 'scratch' ? null : Math.min(stages, entry.stages.length);
}

async function taught(
	services: Services,
	entry: PhotoEntry,
	{ specification, products, assignments, split, groups, backend }: TunedInputsInput,
	job: JobContext,
): Promise<OwnWeights> {
	const labels = labelsIn([...assignments], split);
	const parts = ['train', 'validation'] as const;
	const labelled = labelledProducts(products, assignments, split, labels, parts);
	if (labelled.products.length === 0) throw new AppError('head-nothing-to-learn');
	const folds = heldOutFolds(labelled, { split, groups, specification });
	const all = photosOf(labelled, folds);
	const stages = stagesToTune(specification, entry);
	const bytes = tuningBytes(entry, stages, all.length);
	if (bytes > mostTuningBytes) throw new AppError('tuning-too-large', tooLarge(bytes));
	const worker = services.newTune();
	try {
		const { seed } = specification;
		const { base } = services;
		await worker.remote.open(
			{ entry, stages, seed, backend: backend ?? learnBackend(), base },
			job,
		);
		const seen = new Set(await lookAt(services, worker.remote, entry, all, job));
		const photos = all.filter(({ photoId }) => seen.has(photoId));
		if (photos.length === 0) throw new AppError('head-no-products');
		return await worker.remote.learn(
			{
				photoIds: photos.map(({ photoId }) => photoId),
				classes: Int32Array.from(photos, ({ label }) => label),
				held: Uint8Array.from(photos, ({ held }) => (held ? 1 : 0)),
				labels: labels.length,
				specification,
			},
			job,
		);
	} finally {
		worker.terminate('taught');
	}
}

interface PhotoToLearn {
	photoId: string;
	/** Index. */
	label: number;
	held: boolean;
}

/** Every photo once; one that several products have is of the first. */
function photosOf({ products, classes }: LabelledProducts, folds: Int16Array): PhotoToLearn[] {
	const found = new Map<string, PhotoToLearn>();
	for (const [row, { photoIds }] of products.entries())
		for (const photoId of photoIds)
			if (!found.has(photoId))
				found.set(photoId, {
					photoId,
					label: classes[row] as number,
					held: (folds[row] as number) >= 0,
				});
	return [...found.values()];
}

/** Has the frozen part look at the photos, the next ones decoded meanwhile. @returns ids of those that could be read */
async function lookAt(
	services: Services,
	remote: ReturnType<Services['newTune']>['remote'],
	entry: PhotoEntry,
	photos: readonly PhotoToLearn[],
	job: JobContext,
): Promise<string[]> {
	const { size } = entry.preprocessing;
	const quiet: JobContext = { signal: job.signal, report() {} };
	const decode = (start: number) => {
		const photoIds = photos.slice(start, start + batchSize).map(({ photoId }) => photoId);
		const decoded = services.files.remote.decode({ photoIds, size }, quiet);
		decoded.catch(() => {}); // awaited below, unless the job ends first
		return decoded;
	};
	const seen: string[] = [];
	let next = decode(0);
	for (let start = 0; start < photos.length; start += batchSize) {
		job.report({ step: 'embed-photos', done: start, total: photos.length });
		const { photoIds, pixels } = await next;
		if (start + batchSize < photos.length) next = decode(start + batchSize);
		if (photoIds.length > 0) await remote.see(transfer({ pixels }, [pixels.buffer]), quiet);
		seen.push(...photoIds);
	}
	job.report({ step: 'embed-photos', done: photos.length, total: photos.length });
	return seen;
}
