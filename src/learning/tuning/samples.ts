import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Preprocessing } from '../../domain/models';
import { mirrorPixels } from '../../maths/mirrorPixels';
import { networkInput } from '../preprocessing';

/** Photos as the part of a network sees them that learns. */
export interface Samples {
	readonly count: number;
	/** @param pixels RGB, 0–255, `[photos, size, size, 3]` */
	add(pixels: Uint8Array, photos: number): Promise<void>;
	/**
	 * `[rows, height, width, channels]`, for the caller to dispose of.
	 * @param random where a photo may as well be mirrored: says which are
	 */
	batch(rows: readonly number[], random: (() => number) | null): Tensor4D;
	dispose(): void;
}

/** What the frozen part of a network says of each photo: it is run once, and its answers are kept. */
export class Activations implements Samples {
	readonly #stem: LayersModel;
	readonly #preprocessing: Preprocessing;
	readonly #shape: readonly [number, number, number];
	readonly #kept: Float32Array[] = [];

	/** @param shape of an answer; @param stem disposed of with this */
	constructor(
		stem: LayersModel,
		preprocessing: Preprocessing,
		shape: readonly [number, number, number],
	) {
		this.#stem = stem;
		this.#preprocessing = preprocessing;
		this.#shape = shape;
	}

	get count(): number {
		return this.#kept.length;
	}

	async add(pixels: Uint8Array, photos: number): Promise<void> {
		const { size } = this.#preprocessing;
		const input = tensor4d(networkInput(pixels, this.#preprocessing), [photos, size, size, 3]);
		const output = this.#stem.predict(input, { batchSize: photos }) as Tensor4D;
		try {
			const values = await output.data<'float32'>();
			const length = values.length / photos;
			for (let photo = 0; photo < photos; photo++)
				this.#kept.push(values.slice(photo * length, (photo + 1) * length));
		} finally {
			input.dispose();
			output.dispose();
		}
	}

	/** None is mirrored: what is kept is no picture any more. */
	batch(rows: readonly number[]): Tensor4D {
		const [height, width, channels] = this.#shape;
		const values = new Float32Array(rows.length * height * width * channels);
		for (const [at, row] of rows.entries())
			values.set(this.#kept[row] as Float32Array, at * height * width * channels);
		return tensor4d(values, [rows.length, height, width, channels]);
	}

	dispose(): void {
		this.#stem.dispose();
		this.#kept.length = 0;
	}
}

/** The photos themselves, for a network all of which learns. */
export class Pixels implements Samples {
	readonly #preprocessing: Preprocessing;
	readonly #kept: Uint8Array[] = [];

	constructor(preprocessing: Preprocessing) {
		this.#preprocessing = preprocessing;
	}

	get count(): number {
		return this.#kept.length;
	}

	add(pixels: Uint8Array, photos: number): Promise<void> {
		const length = pixels.length / photos;
		for (let photo = 0; photo < photos; photo++)
			this.#kept.push(pixels.slice(photo * length, (photo + 1) * length));
		return Promise.resolve();
	}

	batch(rows: readonly number[], random: (() => number) | null): Tensor4D {
		const { size } = this.#preprocessing;
		const pixels = new Uint8Array(rows.length * size * size * 3);
		for (const [at, row] of rows.entries()) {
			const own = this.#kept[row] as Uint8Array;
			const seen = random && random() < 0.5 ? mirrorPixels(own, size) : own;
			pixels.set(seen, at * size * size * 3);
		}
		return tensor4d(networkInput(pixels, this.#preprocessing), [rows.length, size, size, 3]);
	}

	dispose(): void {
		this.#kept.length = 0;
	}
}
