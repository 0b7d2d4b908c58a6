import type { Sampling } from '../domain/head';
import { seededRandom, shuffled } from './seededRandom';

/** Which rows are learned from, how often, and how much each counts. */
export interface SampledRows {
	/** `[m]` row indices, repeated where a row is learned from more than once. */
	rows: Int32Array;
	/** `[m]`, mean 1: factor of each row's loss. */
	weights: Float32Array;
}

/**
 * Evens out rare and common classes.
 * `under`: as many rows of each class as the rarest has, drawn without repetition.
 * `over`: rows of rarer classes repeated, evenly, until each class has as many as the most common.
 * `class-weights`: every row once, weighted n / (classes · rows of its class), as scikit-learn's `balanced`.
 * @param classes `[n]` class indices; classes without rows do not count
 */
export function sampleRows(
	classes: ArrayLike<number>,
	sampling: Sampling,
	seed: number,
): SampledRows {
	const byClass = new Map<number, number[]>();
	for (let row = 0; row < classes.length; row++) {
		const of = classes[row] as number;
		const members = byClass.get(of);
		if (members) members.push(row);
		else byClass.set(of, [row]);
	}
	const sizes = [...byClass.values()].map((members) => members.length);
	if (sampling === 'as-is' || sampling === 'class-weights') {
		const even = classes.length / byClass.size;
		const weight = (row: number) => even / (byClass.get(classes[row] as number)?.length ?? 1);
		const rows = Int32Array.from({ length: classes.length }, (_, row) => row);
		return {
			rows,
			weights: Float32Array.from(rows, (row) => (sampling === 'as-is' ? 1 : weight(row))),
		};
	}
	const random = seededRandom(seed);
	const size = sampling === 'under' ? Math.min(...sizes) : Math.max(...sizes);
	const chosen = [...byClass]
		.sort(([a], [b]) => a - b)
		.flatMap(([, members]) => {
			const order = shuffled(members, random);
			return Array.from({ length: size }, (_, i) => order[i % order.length] as number);
		});
	chosen.sort((a, b) => a - b);
	return { rows: Int32Array.from(chosen), weights: new Float32Array(chosen.length).fill(1) };
}
