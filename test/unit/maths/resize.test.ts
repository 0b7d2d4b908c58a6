import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Background, containResizer, resizeContain } from '../../../src/maths/resize';

const white: Background = [255, 255, 255];

interface Picture {
	width: number;
	height: number;
	rgba: Uint8Array;
}

const pictures = (side = 40): fc.Arbitrary<Picture> =>
	fc
		.tuple(fc.integer({ min: 1, max: side }), fc.integer({ min: 1, max: side }))
		.chain(([width, height]) =>
			fc
				.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
				.map((rgba) => ({ width, height, rgba })),
		);

const sizes = fc.integer({ min: 1, max: 24 });

function mirrored(pixels: Uint8Array, width: number, channels: number): Uint8Array {
	const result = new Uint8Array(pixels.length);
	for (let i = 0; i < pixels.length / channels; i++) {
		const x = i % width;
		const from = (i - x + (width - 1 - x)) * channels;
		result.set(pixels.subarray(from, from + channels), i * channels);
	}
	return result;
}

function transposed(pixels: Uint8Array, width: number, channels: number): Uint8Array {
	const height = pixels.length / channels / width;
	const result = new Uint8Array(pixels.length);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const from = (y * width + x) * channels;
			result.set(pixels.subarray(from, from + channels), (x * height + y) * channels);
		}
	return result;
}

function furthest(a: Uint8Array, b: Uint8Array): number {
	return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? 0))), 0);
}

function mean(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
	return sum / values.length;
}

describe('resizeContain', () => {
	it('leaves a picture of the wanted size as it is', () => {
		const rgba = new Uint8Array(224 * 224 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * 7) % 256));
		const expected = rgba.filter((_, i) => i % 4 !== 3);
		expect(resizeContain(rgba, 224, 224, 224, white)).toEqual(expected);
	});

	it('keeps one colour one colour, whatever the alpha, when padded with the same', () => {
		fc.assert(
			fc.property(pictures(), sizes, fc.nat(255), ({ width, height, rgba }, size, level) => {
				const flat = rgba.map((value, i) => (i % 4 === 3 ? value : level));
				const result = resizeContain(flat, width, height, size, [level, level, level]);
				expect(new Set(result)).toEqual(new Set([level]));
			}),
		);
	});

	it('keeps the mean of a square picture when it shrinks by a whole number', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 8 }),
				fc.integer({ min: 1, max: 4 }),
				fc.infiniteStream(fc.nat(255)),
				(size, factor, noise) => {
					// A border of two output pixels in grey: at the picture's edge the filter is cut off and the rest counts
					// more, as in PIL, and the first output pixel reaches half way into the second.
					const border = 2 * factor;
					const side = size * factor + 2 * border;
					const rgba = new Uint8Array(side * side * 4).fill(128);
					for (let y = 0; y < side; y++)
						for (let x = 0; x < side; x++) {
							const at = (y * side + x) * 4;
							rgba[at + 3] = 255;
							if (Math.min(x, y) < border || Math.max(x, y) >= side - border) continue;
							for (let c = 0; c < 3; c++) rgba[at + c] = noise.next().value ?? 0;
						}
					const result = resizeContain(rgba, side, side, size + 4, white);
					const rgb = rgba.filter((_, i) => i % 4 !== 3);
					expect(Math.abs(mean(result) - mean(rgb))).toBeLessThan(0.51);
				},
			),
		);
	});

	it('commutes with mirroring and turning', () => {
		fc.assert(
			fc.property(pictures(), sizes, ({ width, height, rgba }, size) => {
				const plain = resizeContain(rgba, width, height, size, white);
				const flipped = resizeContain(mirrored(rgba, width, 4), width, height, size, white);
				// Sums run the other way round, so a value on the edge of rounding may fall to either side.
				expect(furthest(mirrored(flipped, size, 3), plain)).toBeLessThanOrEqual(1);
				const turned = resizeContain(transposed(rgba, width, 4), height, width, size, white);
				expect(furthest(transposed(turned, size, 3), plain)).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('gives the same bytes in strips as in one piece', () => {
		fc.assert(
			fc.property(
				pictures(),
				sizes,
				fc.integer({ min: 1, max: 9 }),
				({ width, height, rgba }, size, rows) => {
					const resizer = containResizer(width, height, size, white);
					for (let row = 0; row < height; row += rows)
						resizer.push(rgba.subarray(row * width * 4, (row + rows) * width * 4), row);
					expect(resizer.finish()).toEqual(resizeContain(rgba, width, height, size, white));
				},
			),
		);
	});

	it('pads a wide picture above and below with the background', () => {
		const red = new Uint8Array(8 * 4 * 4).map((_, i) => (i % 4 === 0 || i % 4 === 3 ? 255 : 0));
		const result = resizeContain(red, 8, 4, 4, [0, 0, 255]);
		const pixel = (x: number, y: number): number[] => [
			...result.subarray((y * 4 + x) * 3, (y * 4 + x) * 3 + 3),
		];
		expect(pixel(1, 0)[2]).toBeGreaterThan(200);
		expect(pixel(1, 3)).toEqual(pixel(1, 0));
		expect(pixel(1, 1)[0]).toBeGreaterThan(200);
	});

	it('lays alpha over the background before mixing', () => {
		const clearBlack = new Uint8Array(6 * 6 * 4);
		expect(new Set(resizeContain(clearBlack, 6, 6, 3, white))).toEqual(new Set([255]));
	});

	it('refuses missing, doubled and cut rows', () => {
		const resizer = containResizer(2, 3, 4, white);
		expect(() => resizer.push(new Uint8Array(8), 1)).toThrow(RangeError);
		expect(() => resizer.push(new Uint8Array(7), 0)).toThrow(RangeError);
		resizer.push(new Uint8Array(8), 0);
		expect(() => resizer.push(new Uint8Array(8), 0)).toThrow(RangeError);
		expect(() => resizer.finish()).toThrow(RangeError);
		expect(() => containResizer(0, 3, 4, white)).toThrow(RangeError);
	});
});
