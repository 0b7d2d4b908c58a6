import type { Augmentation } from '../domain/augmentation';
import { changeColours } from './changeColours';
import { cropPixels } from './cropPixels';
import { mirrorPixels } from './mirrorPixels';
import { rotatePixels } from './rotatePixels';
import { seededRandom } from './seededRandom';
import { textHash } from './textHash';

/** Share of the side that a crop keeps. */
const cropShare = [0.8, 0.9] as const;
/** Tangent of half the angle of a rotation: 3.4 to 10.3 degrees to either side. */
const halfAngle = [0.03, 0.09] as const;
/** Factors of brightness, contrast and saturation. The hue stays: a red shoe stays red. */
const colourFactor = [0.8, 1.25] as const;

/**
 * A view of a photo. What is drawn (where to crop, how far to turn) depends on photo and view alone, so that a view
 * is the same on every machine and every time.
 * @param pixels RGB, `[size, size, 3]`
 * @param photoId names the photo; any text
 * @returns same shape
 */
export function photoView(
	pixels: Uint8Array,
	size: number,
	view: Augmentation,
	photoId: string,
): Uint8Array {
	const random = seededRandom(Number.parseInt(textHash(`${view} ${photoId}`).slice(0, 8), 16));
	const within = ([low, high]: readonly [number, number]): number => low + (high - low) * random();
	switch (view) {
		case 'mirror':
			return mirrorPixels(pixels, size);
		case 'crop': {
			const side = Math.max(1, Math.round(size * within(cropShare)));
			const place = (): number => Math.floor(random() * (size - side + 1));
			return cropPixels(pixels, size, { left: place(), top: place(), side });
		}
		case 'rotate':
			return rotatePixels(pixels, size, within(halfAngle) * (random() < 0.5 ? -1 : 1));
		case 'colour':
			return changeColours(pixels, {
				brightness: within(colourFactor),
				contrast: within(colourFactor),
				saturation: within(colourFactor),
			});
	}
}
