import type { Tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import type { VisionBackend } from '../../domain/backends';
import { embeddingSetId } from '../../domain/embedding';
import { AppError } from '../../domain/errors';
import type { HeadSpecification } from '../../domain/head';
import type { JobContext } from '../../domain/job';
import type { OwnWeights, PhotoEntry } from '../../domain/tuning';
import { packedWeights } from '../../formats/ownWeights';
import { artifactsOf, type PlainNetwork } from '../../formats/plainNetwork';
import { scratchNetwork } from '../../formats/scratchNetwork';
import { largestDifference } from '../../maths/largestDifference';
import { backboneStamps } from '../../maths/stamps';
import { embeddings } from '../../storage/embeddings';
import { foldBatchNorm } from '../foldBatchNorm';
import { readBackbone } from '../layersModel';
import { type ModelFiles, modelFiles } from '../modelFiles';
import { referencePixels } from '../referencePicture';
import { startBackend, type TfBackend } from '../tfBackend';
import { Activations, Pixels, type Samples } from './samples';
import { cutBehind, learning } from './tail';
import { embedded, photosPerStep, tuneNetwork } from './tuneNetwork';
import { addWasmGradients } from './wasmGradients';

interface OpenInput {
	entry: PhotoEntry;
	stages: number | null;
	seed: number;
	backend: VisionBackend;
	base: string;
}

interface LearnInput {
	photoIds: string[];
	classes: Int32Array;
	held: Uint8Array;
	labels: number;
	specification: HeadSpecification;
}

interface Opened {
	entry: PhotoEntry;
	/** As plain data, for the names and the shapes of its weights. */
	plain: PlainNetwork;
	/** What learns. */
	network: LayersModel;
	/** Another network, all of which began from nothing. */
	scratch: boolean;
	newSamples(): Samples;
	samples: Samples;
	files: ModelFiles;
	backend: TfBackend;
}

/** Backends that compute the same differ by rounding; more than this is another network. */
const tolerance = 1e-3;
/** Photos that are compared with what is stored of them. */
const compared = 64;

/** What the worker does that teaches a network. See `TuneContract`. */
export function tuneService() {
	let opened: Opened | null = null;
	/** Milliseconds of looking so far. */
	let looked = 0;

	function current(): Opened {
		// A fresh worker in place of one that died knows nothing; to the page that is the same death.
		if (!opened) throw new AppError('worker-died', { reason: 'nothing is loaded' });
		return opened;
	}

	async function open(input: OpenInput, job: JobContext): Promise<void> {
		const { entry, stages } = input;
		const files = modelFiles(entry, input.base);
		const backend = await startBackend(input.backend);
		if (input.backend.startsWith('wasm')) addWasmGradients();
		const begun = async (): Promise<Opened> => {
			const common = { entry, files, backend };
			if (stages === null) {
				const plain = learning(scratchNetwork(input.seed));
				const network = await loaded(plain);
				const newSamples = (): Samples => new Pixels(entry.preprocessing);
				return { ...common, plain, network, scratch: true, newSamples, samples: newSamples() };
			}
			const stage = entry.stages[stages - 1];
			if (!stage) throw new RangeError(`${entry.id} has no stage ${stages}`);
			const whole = await readBackbone(entry, files, (done, total) => {
				job.signal.throwIfAborted();
				job.report({ step: 'load-model', done, total });
			});
			const { stem, tail } = cutBehind(foldBatchNorm(whole), stage.layer, stage.shape);
			const frozen = await loaded(stem);
			const newSamples = (): Samples => new Activations(frozen, entry.preprocessing, stage.shape);
			return {
				...common,
				plain: tail,
				network: await loaded(tail),
				scratch: false,
				newSamples,
				samples: newSamples(),
			};
		};
		opened = await backend.guarded(begun());
	}

	async function see({ pixels }: { pixels: Uint8Array }): Promise<{ photos: number }> {
		const { entry, samples, backend } = current();
		const photos = pixels.length / (entry.preprocessing.size ** 2 * 3);
		const begin = performance.now();
		await backend.guarded(samples.add(pixels, photos));
		looked += performance.now() - begin;
		return { photos: samples.count };
	}

	async function measure({ labels }: { labels: number }, job: JobContext) {
		const { entry, network, scratch, newSamples, backend } = current();
		const samples = newSamples();
		const quiet: JobContext = { signal: job.signal, report() {} };
		const pixels = new Uint8Array(entry.preprocessing.size ** 2 * 3).map((_, i) => (i * 31) % 256);
		const looking = async (): Promise<number> => {
			const begin = performance.now();
			await samples.add(pixels, 1);
			return performance.now() - begin;
		};
		const work = async () => {
			// The first time, everything is still being made ready.
			await looking();
			let look = Number.POSITIVE_INFINITY;
			while (samples.count < photosPerStep) look = Math.min(look, await looking());
			const classes = Int32Array.from({ length: photosPerStep }, (_, i) => i % labels);
			const data = { classes, held: new Uint8Array(photosPerStep), labels };
			const settings = {
				...{ tuningEpochs: 2, warmUp: 0, headFirst: 0, seed: 1, startDecay: 0, dropout: 0 },
				// Nothing must come of it.
				...{ tuningRate: 0, towerRate: 0 },
			};
			const first = scratch ? null : await embedded(network, samples, job.signal);
			const ends: number[] = [];
			await tuneNetwork(network, samples, data, first, settings, {
				...quiet,
				report: ({ epoch }) => epoch && ends.push(performance.now()),
			});
			const [first_ = 0, second = 0] = ends;
			return { look, learn: (second - first_) / photosPerStep };
		};
		return backend.guarded(work());
	}

	async function learn(input: LearnInput, job: JobContext): Promise<OwnWeights> {
		const { entry, network, plain, scratch, samples, files, backend } = current();
		const { photoIds, held, specification } = input;
		const begin = performance.now();
		const work = async (): Promise<OwnWeights> => {
			const first = scratch ? null : await embedded(network, samples, job.signal);
			const difference = first && (await differenceToStored(entry, photoIds, first));
			if (difference !== null && !(difference <= tolerance))
				throw new AppError('backend-wrong-answers', { difference });
			const { curve, epoch } = await tuneNetwork(
				network,
				samples,
				input,
				first,
				specification,
				job,
			);
			const values = await learnedValues(network, plain);
			const judged = held.reduce((sum, one) => sum + one, 0);
			return {
				base: scratch ? null : backboneStamps(entry).embedding,
				...(await packedWeights(values.weights)),
				reference: await referenceAnswer(),
				learned: {
					...{ photos: held.length - judged, heldOut: judged, curve, epoch, difference },
					seconds: (looked + performance.now() - begin) / 1000,
				},
			};
		};
		/** What the network now says of the reference picture. */
		const referenceAnswer = async (): Promise<Float32Array> => {
			const { reference, preprocessing } = entry;
			const { newSamples } = current();
			const one = newSamples();
			const picture = await files.bytes(reference.picture);
			await one.add(await referencePixels(picture, preprocessing.size), 1);
			return embedded(network, one, job.signal);
		};
		return backend.guarded(work());
	}

	return { open, measure, see, learn };
}

async function loaded(network: PlainNetwork): Promise<LayersModel> {
	return loadLayersModel({ load: async () => artifactsOf(network) });
}

/** Largest difference between what the network says and what is stored; `null` where nothing is. */
async function differenceToStored(
	entry: PhotoEntry,
	photoIds: readonly string[],
	rows: Float32Array,
): Promise<number | null> {
	const { dimensions } = entry.embedding;
	const some = photoIds.slice(0, compared);
	const stored = await embeddings(embeddingSetId(backboneStamps(entry).embedding), some);
	const differences = stored.flatMap((vector, row) =>
		vector
			? largestDifference(rows.subarray(row * dimensions, (row + 1) * dimensions), vector)
			: [],
	);
	return differences.length > 0 ? Math.max(...differences) : null;
}

/** The network's weights as they are now, its batch norms folded. */
async function learnedValues(network: LayersModel, plain: PlainNetwork): Promise<PlainNetwork> {
	const weights = new Map(plain.weights);
	for (const weight of network.weights) {
		const value = weight.read() as Tensor;
		const data = await value.data<'float32'>();
		weights.set(weight.originalName, { shape: value.shape, data });
	}
	return foldBatchNorm({ ...plain, weights });
}
