import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeEmbeddingRows, encodeEmbeddingRows } from '../../../src/formats/embeddingRows';

const dimensions = 24;
const vector = fc
	.array(fc.float({ min: -1, max: 1, noNaN: true }), {
		minLength: dimensions,
		maxLength: dimensions,
	})
	.map((values) => Float32Array.from(values))
	.filter((values) => Math.hypot(...values) > 1e-3);

it('keeps the direction of every row', () => {
	fc.assert(
		fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), (vectors) => {
			const encoded = encodeEmbeddingRows(vectors);
			expect(encoded.length).toBe(vectors.length * dimensions);
			const decoded = decodeEmbeddingRows(encoded, dimensions);
			for (const [row, original] of vectors.entries()) {
				const found = decoded.subarray(row * dimensions, (row + 1) * dimensions);
				const length = Math.hypot(...original);
				const dot = original.reduce((sum, value, i) => sum + value * (found[i] ?? 0), 0) / length;
				expect(Math.hypot(...found)).toBeCloseTo(1, 5);
				expect(dot).toBeGreaterThan(0.9995);
			}
		}),
	);
});

it('reads a part of a larger buffer', () => {
	const encoded = encodeEmbeddingRows([Float32Array.of(3, 4)]);
	const buffer = Uint8Array.of(9, ...encoded, 9);
	const [x = 0, y = 0] = decodeEmbeddingRows(buffer.subarray(1, 3), 2);
	expect(x / y).toBeCloseTo(0.75, 1);
});

it('keeps a row of zeros', () => {
	const encoded = encodeEmbeddingRows([new Float32Array(4)]);
	expect(decodeEmbeddingRows(encoded, 4)).toEqual(new Float32Array(4));
});

it('refuses rows that are cut off or differ in length', () => {
	expect(() => decodeEmbeddingRows(new Uint8Array(7), 4)).toThrow(RangeError);
	expect(() => encodeEmbeddingRows([new Float32Array(2), new Float32Array(3)])).toThrow(RangeError);
});
