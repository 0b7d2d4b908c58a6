import { describe, expect, it } from 'vitest';
import { cosine } from '../../../src/maths/cosine';
import {
	learnWordVectors,
	type SparseRow,
	sparseRow,
	wordDimensions,
	wordRow,
} from '../../../src/maths/wordVectors';

/** 0 and 1 say the first label, 2 and 3 the second, 4 is everywhere. */
const titles: [terms: number[], label: number][] = [
	[[0, 4], 0],
	[[1, 4], 0],
	[[0, 1, 4], 0],
	[[2, 4], 1],
	[[3, 4], 1],
	[[2, 3, 4], 1],
];
const rowOf = (terms: number[]): SparseRow => ({
	at: Int32Array.from(terms),
	values: new Float32Array(terms.length).fill(1 / Math.sqrt(terms.length)),
});
const lesson = {
	terms: 6,
	rows: titles.map(([terms]) => rowOf(terms)),
	classes: Int32Array.from(titles, ([, label]) => label),
	held: new Uint8Array(titles.length),
	labels: 2,
	seed: 3,
};
const vectorOf = (vectors: Float32Array, term: number): Float32Array =>
	vectors.subarray(term * wordDimensions, (term + 1) * wordDimensions);
const noPause = () => Promise.resolve();

describe('word vectors from nothing', () => {
	it('come to lie together where words say the same', async () => {
		const vectors = await learnWordVectors(lesson, noPause);
		expect(vectors.length).toBe(6 * wordDimensions);
		const likeness = (a: number, b: number) => cosine(vectorOf(vectors, a), vectorOf(vectors, b));
		expect(likeness(0, 1)).toBeGreaterThan(0.8);
		expect(likeness(2, 3)).toBeGreaterThan(0.8);
		expect(likeness(0, 2)).toBeLessThan(-0.5);
		expect(await learnWordVectors(lesson, noPause)).toEqual(vectors);
	});

	it('leave a word alone that nobody learned from, and titles that are held out', async () => {
		const held = Uint8Array.from(titles, ([terms]) => (terms.includes(3) ? 1 : 0));
		const vectors = await learnWordVectors({ ...lesson, held }, noPause);
		// Term 5 is in no title, 3 only in those held out: both are as small as they began.
		const size = (term: number) => Math.hypot(...vectorOf(vectors, term));
		expect(size(5)).toBeLessThan(0.3);
		expect(size(3)).toBeLessThan(0.3);
		expect(size(2)).toBeGreaterThan(1);
	});

	it('stop when they are told to', async () => {
		const stop = () => Promise.reject(new DOMException('cancelled', 'AbortError'));
		await expect(learnWordVectors(lesson, stop)).rejects.toMatchObject({ name: 'AbortError' });
	});

	it('make a row of what is not zero', () => {
		const sparse = sparseRow(Float32Array.from([0, 2, 0, -1]));
		expect([...sparse.at]).toEqual([1, 3]);
		const vectors = Float32Array.from({ length: 4 * wordDimensions }, (_, i) =>
			Math.floor(i / wordDimensions),
		);
		expect([...wordRow(sparse, vectors)]).toEqual(new Array(wordDimensions).fill(2 * 1 - 3));
	});
});
