/** Factors; 1 leaves a picture as it is. */
export interface ColourFactors {
	brightness: number;
	/** About the picture's mean luminance. */
	contrast: number;
	/** About each pixel's own luminance; 0 is grey. */
	saturation: number;
}

/** Weights of red, green and blue in luminance (ITU-R BT.601). */
const luminance = [0.299, 0.587, 0.114] as const;

/**
 * Brightness, then contrast, then saturation, each cut to 0–255, as torchvision's ColorJitter does it.
 * @param pixels RGB, `[n, 3]`
 * @returns same shape
 */
export function changeColours(
	pixels: Uint8Array,
	{ brightness, contrast, saturation }: ColourFactors,
): Uint8Array {
	const values = Float64Array.from(pixels, (value) => cut(value * brightness));
	let sum = 0;
	for (let i = 0; i < values.length; i += 3) sum += greyOf(values, i);
	const mean = sum / Math.max(1, values.length / 3);
	for (let i = 0; i < values.length; i++)
		values[i] = cut(mean + ((values[i] as number) - mean) * contrast);
	const changed = new Uint8Array(pixels.length);
	for (let i = 0; i < values.length; i += 3) {
		const grey = greyOf(values, i);
		for (let channel = i; channel < i + 3; channel++)
			changed[channel] = Math.floor(
				cut(grey + ((values[channel] as number) - grey) * saturation) + 0.5,
			);
	}
	return changed;
}

function greyOf(values: Float64Array, pixel: number): number {
	const [red, green, blue] = luminance;
	return (
		red * (values[pixel] as number) +
		green * (values[pixel + 1] as number) +
		blue * (values[pixel + 2] as number)
	);
}

function cut(value: number): number {
	return Math.min(255, Math.max(0, value));
}
