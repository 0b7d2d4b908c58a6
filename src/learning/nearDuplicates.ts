import * as tf from '@tensorflow/tfjs-core';
import { unitRows } from '../maths/nearest';
import { breathe } from './heads/batches';

/** Cosines looked at together: 16 MB. */
const cosinesAtOnce = 4_000_000;

/**
 * Pairs of rows whose cosine reaches a threshold, by comparing all with all.
 * @param rows `[n, d]`
 * @param onProgress told how many rows have been compared with all that follow
 * @returns `[2·m]`: first and second row of each pair, the first one smaller
 * @throws AbortError
 */
export async function nearDuplicates(
	rows: Float32Array,
	dimensions: number,
	threshold: number,
	signal: AbortSignal,
	onProgress: (done: number) => void,
): Promise<Int32Array> {
	const count = rows.length / dimensions;
	if (count < 2) return new Int32Array();
	const pairs: number[] = [];
	const step = Math.max(1, Math.floor(cosinesAtOnce / count));
	const unit = tf.tensor2d(unitRows(rows, dimensions), [count, dimensions]);
	const transposed = tf.transpose(unit);
	try {
		for (let start = 0; start < count; start += step) {
			await breathe(signal);
			const length = Math.min(step, count - start);
			const cosines = tf.tidy(() =>
				tf.matMul(tf.slice(unit, [start, 0], [length, dimensions]), transposed),
			);
			try {
				const values = await cosines.data<'float32'>();
				for (let row = 0; row < length; row++)
					for (let other = start + row + 1; other < count; other++)
						if ((values[row * count + other] as number) >= threshold)
							pairs.push(start + row, other);
			} finally {
				cosines.dispose();
			}
			onProgress(start + length);
		}
		return Int32Array.from(pairs);
	} finally {
		unit.dispose();
		transposed.dispose();
	}
}
