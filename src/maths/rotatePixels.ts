/** What comes into the corners: the padding that photos have anyway. */
const fill = 255;

/**
 * A picture turned about its middle, bilinearly sampled, white where nothing was.
 *
 * Sines differ by a bit from browser to browser, so the angle is given by the tangent of its half, from which sine
 * and cosine follow by plain arithmetic.
 * @param pixels RGB, `[size, size, 3]`
 * @param tangent of half the angle; positive turns clockwise
 * @returns same shape
 */
export function rotatePixels(pixels: Uint8Array, size: number, tangent: number): Uint8Array {
	const cosine = (1 - tangent * tangent) / (1 + tangent * tangent);
	const sine = (2 * tangent) / (1 + tangent * tangent);
	const middle = (size - 1) / 2;
	const turned = new Uint8Array(pixels.length);
	const at = (x: number, y: number, channel: number): number =>
		x < 0 || y < 0 || x >= size || y >= size
			? fill
			: (pixels[(y * size + x) * 3 + channel] as number);
	for (let y = 0; y < size; y++)
		for (let x = 0; x < size; x++) {
			const fromX = cosine * (x - middle) + sine * (y - middle) + middle;
			const fromY = cosine * (y - middle) - sine * (x - middle) + middle;
			const left = Math.floor(fromX);
			const top = Math.floor(fromY);
			const across = fromX - left;
			const down = fromY - top;
			for (let channel = 0; channel < 3; channel++) {
				const above = at(left, top, channel) * (1 - across) + at(left + 1, top, channel) * across;
				const below =
					at(left, top + 1, channel) * (1 - across) + at(left + 1, top + 1, channel) * across;
				turned[(y * size + x) * 3 + channel] = Math.floor(above * (1 - down) + below * down + 0.5);
			}
		}
	return turned;
}
