import type { TriedCount } from '../domain/groups';
import type { InputBlock } from '../domain/head';
import { unitRows } from './nearest';
import { fitWhitening, type Whitening, whiten } from './whitening';

/*
 * Rows of embeddings made fit to be compared by distance: each block whitened, made unit, and the blocks side by side.
 */

/** Directions that are kept of each embedding. */
export const groupComponents = 64;
export const groupShrinkage = 1;

/** One whitening a block, fitted on the rows that have it. @param rows `[n, d]` of all blocks; NaN where one is missing */
export function fitGroupRows(
	rows: Float32Array,
	inputs: readonly Pick<InputBlock, 'dimensions'>[],
	seed: number,
): Whitening[] {
	return columnsOf(rows, inputs).map(({ values, known, dimensions }) => {
		const there = new Float32Array(known.length * dimensions);
		for (const [at, row] of known.entries())
			there.set(values.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
		const settings = { components: groupComponents, shrinkage: groupShrinkage, seed };
		return fitWhitening(there, dimensions, settings);
	});
}

/**
 * @param rows `[n, d]` of all blocks; NaN where one is missing
 * @returns `[n, components of all blocks]`, each of length 1; zeros for a row of which nothing is known
 */
export function groupRows(
	rows: Float32Array,
	inputs: readonly Pick<InputBlock, 'dimensions'>[],
	whitenings: readonly Whitening[],
): Float32Array {
	const width = whitenings.reduce((sum, { components }) => sum + components, 0);
	const count = rows.length / inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	const out = new Float32Array(count * width);
	let column = 0;
	for (const [block, { values }] of columnsOf(rows, inputs).entries()) {
		const whitening = whitenings[block];
		if (!whitening) continue;
		const { components } = whitening;
		const white = unitRows(whiten(values, whitening), components);
		for (let row = 0; row < count; row++) {
			const own = white.subarray(row * components, (row + 1) * components);
			if (!own.some(Number.isNaN)) out.set(own, row * width + column);
		}
		column += components;
	}
	return unitRows(out, width);
}

/** The columns of each block by themselves, and the rows that have it: a row is stored whole or not at all. */
function columnsOf(
	rows: Float32Array,
	inputs: readonly Pick<InputBlock, 'dimensions'>[],
): { values: Float32Array; known: number[]; dimensions: number }[] {
	const width = inputs.reduce((sum, { dimensions }) => sum + dimensions, 0);
	let column = 0;
	return inputs.map(({ dimensions }) => {
		const values = new Float32Array((rows.length / width) * dimensions);
		const known: number[] = [];
		for (let row = 0; row < rows.length / width; row++) {
			const start = row * width + column;
			values.set(rows.subarray(start, start + dimensions), row * dimensions);
			if (!Number.isNaN(rows[start] as number)) known.push(row);
		}
		column += dimensions;
		return { values, known, dimensions };
	});
}

/** Numbers of groups that are tried: about a fifth apart, as many as there are at least four products each for. */
export function triedCounts(products: number): number[] {
	const counts: number[] = [];
	for (let count = 2; count <= Math.min(mostTried, products / 4); count = Math.ceil(count * 1.2))
		counts.push(count);
	return counts;
}

const mostTried = 60;

/** The number at which groups stand apart most clearly, of equal ones the smaller; 1 when none was tried. */
export function clearestCount(tried: readonly TriedCount[]): number {
	const best = Math.max(...tried.map(({ silhouette }) => silhouette));
	return tried.find(({ silhouette }) => silhouette === best)?.count ?? 1;
}
