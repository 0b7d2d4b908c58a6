import { type Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { type LayersModel, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { FeatureMap } from '../domain/attention';
import type { PhotoEntry } from '../domain/tuning';
import { photoBeliefs } from './photoBeliefs';
import { networkInput } from './preprocessing';
import type { TfBackend } from './tfBackend';

/** What a backbone says of `n` photos. */
export interface PhotoEmbeddings {
	/** `[n, dimensions]` */
	embedding: Float32Array;
	/** `[n, classes]`, rows sum to 1; `null` for networks without a head. */
	beliefs: Float32Array | null;
}

/** One run of the network should take about this many milliseconds, so that a cancel is answered soon. */
const stepTime = 400;
/** More photos at once gain nothing, and cost memory. */
const largestStep = 16;

/** A pretrained network on a backend. Owns the network's tensors. */
export class Backbone {
	readonly entry: PhotoEntry;
	readonly #network: LayersModel;
	readonly #backend: TfBackend;
	/** The same layers up to where they are pooled: holds no weights of its own. */
	#unpooled: LayersModel | null = null;
	#photosPerStep = 1;

	constructor(entry: PhotoEntry, network: LayersModel, backend: TfBackend) {
		this.entry = entry;
		this.#network = network;
		this.#backend = backend;
	}

	/** How many photos are run at once. */
	get photosPerStep(): number {
		return this.#photosPerStep;
	}

	/** Fits the steps to the device. @param millisecondsPerPhoto as measured */
	pace(millisecondsPerPhoto: number): void {
		const photos = Math.floor(stepTime / millisecondsPerPhoto);
		this.#photosPerStep = Math.min(Math.max(photos, 1), largestStep);
	}

	/**
	 * Embeds photos in small steps; between two of them a cancel is answered.
	 * @param pixels RGB, 0–255, `[n, size, size, 3]`
	 * @param onStep called after each step with the number of photos finished
	 * @throws AbortError when cancelled; AppError `device-lost`, `out-of-memory`
	 */
	async embed(
		pixels: Uint8Array,
		signal: AbortSignal,
		onStep: (photos: number) => void = () => {},
	): Promise<PhotoEmbeddings> {
		const { embedding, beliefs, preprocessing } = this.entry;
		const pixelsPerPhoto = preprocessing.size ** 2 * 3;
		const count = pixels.length / pixelsPerPhoto;
		if (!Number.isInteger(count))
			throw new RangeError(`${pixels.length} bytes are no whole photos`);
		const result: PhotoEmbeddings = {
			embedding: new Float32Array(count * embedding.dimensions),
			beliefs: beliefs && new Float32Array(count * beliefs.classes),
		};
		for (let start = 0; start < count; start += this.#photosPerStep) {
			// Messages are only received between tasks, so let one pass before looking.
			await new Promise((resolve) => setTimeout(resolve));
			signal.throwIfAborted();
			const end = Math.min(start + this.#photosPerStep, count);
			const some = pixels.subarray(start * pixelsPerPhoto, end * pixelsPerPhoto);
			const [embedded, believed] = await this.#run(some, end - start);
			if (embedded) result.embedding.set(embedded, start * embedding.dimensions);
			if (beliefs && believed) result.beliefs?.set(believed, start * beliefs.classes);
			onStep(end);
		}
		return result;
	}

	/**
	 * What the embedding's layers say at each place, before pooling.
	 * @param pixels RGB, 0–255, `[n, size, size, 3]`; a few photos, which are run at once
	 * @returns for each photo its layers, in the order of the embedding's columns
	 * @throws AppError `device-lost`, `out-of-memory`
	 */
	async features(pixels: Uint8Array): Promise<FeatureMap[][]> {
		const { embedding, preprocessing } = this.entry;
		const { size } = preprocessing;
		const count = pixels.length / (size ** 2 * 3);
		this.#unpooled ??= model({
			inputs: this.#network.inputs,
			outputs: embedding.layers.map(
				(name) => this.#network.getLayer(name).output as SymbolicTensor,
			),
		});
		const network = this.#unpooled;
		const input = tensor4d(networkInput(pixels, preprocessing), [count, size, size, 3]);
		const outputs: Tensor4D[] = [];
		try {
			const values = await this.#backend.guarded(
				(async () => {
					const predicted = network.predict(input, { batchSize: count });
					outputs.push(...([predicted].flat() as Tensor4D[]));
					return Promise.all(outputs.map((output) => output.data<'float32'>()));
				})(),
			);
			return Array.from({ length: count }, (_, photo) =>
				outputs.map(({ shape: [, height, width, channels] }, layer) => {
					const length = height * width * channels;
					const own = values[layer]?.slice(photo * length, (photo + 1) * length);
					return { height, width, channels, values: own ?? new Float32Array(length) };
				}),
			);
		} finally {
			input.dispose();
			for (const output of outputs) output.dispose();
		}
	}

	async #run(pixels: Uint8Array, count: number): Promise<Float32Array[]> {
		const { beliefs, preprocessing } = this.entry;
		const { size } = preprocessing;
		const input = tensor4d(networkInput(pixels, preprocessing), [count, size, size, 3]);
		const outputs: Tensor[] = [];
		const compute = async (): Promise<Float32Array[]> => {
			const predicted = this.#network.predict(input, { batchSize: count });
			outputs.push(...(Array.isArray(predicted) ? predicted : [predicted]));
			const [embedding, logits] = outputs;
			const wanted = embedding ? [embedding] : [];
			if (logits && beliefs) {
				const believed = photoBeliefs(logits as Tensor4D, beliefs);
				outputs.push(believed);
				wanted.push(believed);
			}
			return Promise.all(wanted.map((output) => output.data<'float32'>()));
		};
		try {
			return await this.#backend.guarded(compute());
		} finally {
			// Here and not in `compute`, which a lost device never lets finish.
			input.dispose();
			for (const output of outputs) output.dispose();
		}
	}

	dispose(): void {
		this.#network.dispose();
	}
}
