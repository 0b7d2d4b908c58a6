import type { Preprocessing } from '../domain/models';

/**
 * Decoded pixels to network input. Plain arithmetic, outside any backend, so that every backend is fed the
 * same numbers.
 * @param pixels RGB, 0–255, `[n, size, size, 3]`
 * @returns same shape, channels in the entry's order, `value * scale + offset`
 */
export function networkInput(
	pixels: Uint8Array,
	{ channels, scale, offset }: Pick<Preprocessing, 'channels' | 'scale' | 'offset'>,
): Float32Array {
	const first = channels === 'rgb' ? 0 : 2;
	const last = 2 - first;
	const input = new Float32Array(pixels.length);
	for (let i = 0; i < pixels.length; i += 3) {
		input[i] = (pixels[i + first] as number) * scale + offset[0];
		input[i + 1] = (pixels[i + 1] as number) * scale + offset[1];
		input[i + 2] = (pixels[i + last] as number) * scale + offset[2];
	}
	return input;
}
