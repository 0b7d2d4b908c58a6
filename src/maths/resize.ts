/*
 * Picture → network input, with the same pixels in every browser. A canvas would be faster, but each
 * browser resamples its own way, and embeddings are only comparable when their pixels are. So: plain
 * float64 sums in a fixed order, which IEEE 754 makes the same everywhere.
 */

/** Red, green and blue, 0–255, that shows through transparent pixels and fills the padding. */
export type Background = readonly [red: number, green: number, blue: number];

/** Takes a picture strip by strip, so that a very large one never lies in one array. */
export interface ContainResizer {
	/**
	 * @param rows RGBA, not premultiplied, `[n, width, 4]`; the picture's rows from `firstRow` on
	 * @throws RangeError when a row is missing, comes twice, or is cut
	 */
	push(rows: Uint8ClampedArray | Uint8Array, firstRow: number): void;
	/**
	 * The result, RGB `[size, size, 3]`, 0–255.
	 * @throws RangeError when rows are missing
	 */
	finish(): Uint8Array;
}

/** Which source pixels make up each output pixel along one axis, and how much of each. */
interface Taps {
	/** `[size]`: the first source pixel of each output pixel */
	first: Int32Array;
	/** `[size]`: where its weights start in `weights` */
	start: Int32Array;
	/** `[size]`: how many source pixels it has; 0 in the padding */
	count: Int32Array;
	/** Flat. With its share of the background each output pixel's weights sum to 1. */
	weights: Float64Array;
	/** `[size]`: how much of each output pixel is padding */
	background: Float64Array;
}

/**
 * The triangle filter of `PIL.Image.resize(BILINEAR)` and `tf.image.resize(antialias=True)`: its support
 * grows with the shrink factor, so that every source pixel counts.
 *
 * @param length pixels of the picture along this axis
 * @param side of the square it is padded to; the picture lies in the middle, half pixels allowed
 */
function tapsAlong(length: number, side: number, size: number): Taps {
	const scale = side / size;
	const support = Math.max(1, scale);
	const padding = (side - length) / 2;
	const first = new Int32Array(size);
	const start = new Int32Array(size);
	const count = new Int32Array(size);
	const background = new Float64Array(size);
	const weights: number[] = [];
	for (let output = 0; output < size; output++) {
		// In the picture's coordinates, where pixel j covers j to j + 1.
		const center = (output + 0.5) * scale - padding;
		const low = Math.ceil(Math.max(center - support, -padding) - 0.5);
		const high = Math.floor(Math.min(center + support, length + padding) - 0.5);
		start[output] = weights.length;
		let sum = 0;
		let padded = 0;
		for (let j = low; j <= high; j++) {
			const weight = Math.max(0, 1 - Math.abs(j + 0.5 - center) / support);
			sum += weight;
			if (j < 0 || j >= length) padded += weight;
			else if (weight > 0) {
				if (weights.length === start[output]) first[output] = j;
				weights.push(weight);
			}
		}
		const from = start[output] ?? 0;
		count[output] = weights.length - from;
		background[output] = padded / sum;
		for (let k = from; k < weights.length; k++) weights[k] = (weights[k] ?? 0) / sum;
	}
	return { first, start, count, weights: Float64Array.from(weights), background };
}

/** For each source row the span of output rows it takes part in: an inclusive range, empty where from > to. */
function reachedOutputs(taps: Taps, length: number): { from: Int32Array; to: Int32Array } {
	const from = new Int32Array(length).fill(taps.first.length);
	const to = new Int32Array(length).fill(-1);
	for (let output = 0; output < taps.first.length; output++) {
		const first = taps.first[output] as number;
		const end = first + (taps.count[output] as number);
		for (let row = first; row < end; row++) {
			from[row] = Math.min(from[row] as number, output);
			to[row] = output;
		}
	}
	return { from, to };
}

/** RGBA → RGB over the background. Opaque pixels keep their exact values. */
function compositeRow(
	rows: Uint8ClampedArray | Uint8Array,
	offset: number,
	background: Background,
	into: Float64Array,
): void {
	for (let from = offset, to = 0; to < into.length; from += 4, to += 3) {
		const alpha = rows[from + 3] as number;
		if (alpha === 255) {
			into[to] = rows[from] as number;
			into[to + 1] = rows[from + 1] as number;
			into[to + 2] = rows[from + 2] as number;
		} else {
			const clear = 255 - alpha;
			into[to] = ((rows[from] as number) * alpha + background[0] * clear) / 255;
			into[to + 1] = ((rows[from + 1] as number) * alpha + background[1] * clear) / 255;
			into[to + 2] = ((rows[from + 2] as number) * alpha + background[2] * clear) / 255;
		}
	}
}

function filterRow(
	row: Float64Array,
	taps: Taps,
	background: Background,
	into: Float64Array,
): void {
	const { first, start, count, weights } = taps;
	for (let output = 0, to = 0; output < first.length; output++, to += 3) {
		const padding = taps.background[output] as number;
		let red = padding * background[0];
		let green = padding * background[1];
		let blue = padding * background[2];
		let pixel = (first[output] as number) * 3;
		const begin = start[output] as number;
		const end = begin + (count[output] as number);
		for (let k = begin; k < end; k++, pixel += 3) {
			const weight = weights[k] as number;
			red += weight * (row[pixel] as number);
			green += weight * (row[pixel + 1] as number);
			blue += weight * (row[pixel + 2] as number);
		}
		into[to] = red;
		into[to + 1] = green;
		into[to + 2] = blue;
	}
}

/**
 * Fits a whole picture into a square: padded to a square with `background` (the picture in the middle),
 * then resized. Alpha is laid over the background before anything is mixed.
 *
 * @param width of the picture in pixels, at least 1; likewise `height`
 * @param size side of the result in pixels
 * @throws RangeError for sizes that are not positive whole numbers
 */
export function containResizer(
	width: number,
	height: number,
	size: number,
	background: Background,
): ContainResizer {
	for (const length of [width, height, size])
		if (!Number.isInteger(length) || length < 1) throw new RangeError(`not a size: ${length}`);
	const side = Math.max(width, height);
	const across = tapsAlong(width, side, size);
	const down = tapsAlong(height, side, size);
	const reached = reachedOutputs(down, height);
	const sums = new Float64Array(size * size * 3);
	for (let output = 0, to = 0; output < size; output++)
		for (let x = 0; x < size * 3; x++, to++)
			sums[to] = (down.background[output] as number) * (background[x % 3] as number);
	const composited = new Float64Array(width * 3);
	const filtered = new Float64Array(size * 3);
	let nextRow = 0;

	function addRow(row: number): void {
		for (
			let output = reached.from[row] as number;
			output <= (reached.to[row] as number);
			output++
		) {
			const tap = row - (down.first[output] as number);
			const weight = down.weights[(down.start[output] as number) + tap] as number;
			const at = output * size * 3;
			for (let x = 0; x < filtered.length; x++)
				sums[at + x] = (sums[at + x] as number) + weight * (filtered[x] as number);
		}
	}

	return {
		push(rows, firstRow) {
			const count = rows.length / (width * 4);
			if (firstRow !== nextRow || !Number.isInteger(count) || nextRow + count > height)
				throw new RangeError(`rows ${firstRow} + ${count} of ${height}, expected ${nextRow}`);
			for (let i = 0; i < count; i++) {
				compositeRow(rows, i * width * 4, background, composited);
				filterRow(composited, across, background, filtered);
				addRow(nextRow++);
			}
		},
		finish() {
			if (nextRow !== height) throw new RangeError(`${nextRow} of ${height} rows`);
			const result = new Uint8Array(sums.length);
			for (let i = 0; i < sums.length; i++)
				result[i] = Math.min(255, Math.max(0, Math.floor((sums[i] as number) + 0.5)));
			return result;
		},
	};
}

/**
 * `containResizer` for a picture that lies in one array.
 * @param rgba `[height, width, 4]`, not premultiplied
 * @returns RGB `[size, size, 3]`
 */
export function resizeContain(
	rgba: Uint8ClampedArray | Uint8Array,
	width: number,
	height: number,
	size: number,
	background: Background,
): Uint8Array {
	const resizer = containResizer(width, height, size, background);
	resizer.push(rgba, 0);
	return resizer.finish();
}
