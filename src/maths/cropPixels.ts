import { resizeContain } from './resize';

/**
 * A square part of a picture, resized to the picture's own size.
 * @param pixels RGB, `[size, size, 3]`
 * @param part in whole pixels, inside the picture
 * @returns same shape
 */
export function cropPixels(
	pixels: Uint8Array,
	size: number,
	{ left, top, side }: { left: number; top: number; side: number },
): Uint8Array {
	const part = new Uint8Array(side * side * 4).fill(255);
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) {
			const from = ((top + y) * size + left + x) * 3;
			part.set(pixels.subarray(from, from + 3), (y * side + x) * 4);
		}
	return resizeContain(part, side, side, size, [255, 255, 255]);
}
