/**
 * Pictures mirrored left to right.
 * @param pixels RGB, `[n, size, size, 3]`
 * @returns same shape
 */
export function mirrorPixels(pixels: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
	const mirrored = new Uint8Array(pixels.length);
	const rowLength = size * 3;
	for (let row = 0; row < pixels.length; row += rowLength)
		for (let x = 0; x < rowLength; x += 3) {
			const to = row + rowLength - 3 - x;
			mirrored[to] = pixels[row + x] as number;
			mirrored[to + 1] = pixels[row + x + 1] as number;
			mirrored[to + 2] = pixels[row + x + 2] as number;
		}
	return mirrored;
}
