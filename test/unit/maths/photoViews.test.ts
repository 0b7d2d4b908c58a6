import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentations } from '../../../src/domain/augmentation';
import { changeColours } from '../../../src/maths/changeColours';
import { cropPixels } from '../../../src/maths/cropPixels';
import { mirrorPixels } from '../../../src/maths/mirrorPixels';
import { photoView } from '../../../src/maths/photoViews';
import { rotatePixels } from '../../../src/maths/rotatePixels';
import { textHash } from '../../../src/maths/textHash';

/** A picture that is different everywhere. */
function gradient(size: number): Uint8Array {
	return Uint8Array.from({ length: size * size * 3 }, (_, i) => {
		const [pixel, channel] = [Math.floor(i / 3), i % 3];
		const [x, y] = [pixel % size, Math.floor(pixel / size)];
		return Math.round((255 * ([x, y, (x + y) / 2][channel] as number)) / (size - 1));
	});
}

const pictures = fc
	.integer({ min: 2, max: 12 })
	.chain((size) =>
		fc
			.uint8Array({ minLength: size * size * 3, maxLength: size * size * 3 })
			.map((pixels) => ({ size, pixels })),
	);

describe('cropping', () => {
	it('takes the part asked for, pixel by pixel where it is not enlarged', () => {
		const pixels = gradient(8);
		expect(cropPixels(pixels, 8, { left: 0, top: 0, side: 8 })).toEqual(pixels);
	});

	it('enlarges: one pixel fills the picture', () => {
		const pixels = gradient(4);
		const only = [...pixels.subarray((2 * 4 + 1) * 3, (2 * 4 + 1) * 3 + 3)];
		const cropped = cropPixels(pixels, 4, { left: 1, top: 2, side: 1 });
		expect([...cropped]).toEqual(Array.from({ length: 16 }, () => only).flat());
	});
});

describe('turning', () => {
	it('leaves a picture as it is at no angle', () => {
		fc.assert(
			fc.property(pictures, ({ size, pixels }) => {
				expect(rotatePixels(pixels, size, 0)).toEqual(pixels);
			}),
		);
	});

	it('turns clockwise by a quarter where the half angle has tangent 1', () => {
		// a b      c a
		// c d  to  d b
		const [a, b, c, d] = [
			[1, 2, 3],
			[4, 5, 6],
			[7, 8, 9],
			[10, 11, 12],
		] as const;
		const turned = rotatePixels(Uint8Array.from([...a, ...b, ...c, ...d]), 2, 1);
		expect([...turned]).toEqual([...c, ...a, ...d, ...b]);
	});

	it('fills the corners with white and keeps the middle', () => {
		const black = new Uint8Array(9 * 9 * 3);
		const turned = rotatePixels(black, 9, 0.2);
		expect(turned[0]).toBe(255);
		expect(turned[(4 * 9 + 4) * 3]).toBe(0);
	});
});

describe('changing colours', () => {
	const one = { brightness: 1, contrast: 1, saturation: 1 };

	it('leaves a picture as it is at factors of 1', () => {
		fc.assert(
			fc.property(pictures, ({ pixels }) => {
				expect(changeColours(pixels, one)).toEqual(pixels);
			}),
		);
	});

	it('multiplies for brightness, and cuts', () => {
		const pixels = Uint8Array.of(100, 10, 240);
		expect([...changeColours(pixels, { ...one, brightness: 1.2 })]).toEqual([120, 12, 255]);
	});

	it('spreads about the mean luminance for contrast', () => {
		const pixels = Uint8Array.of(100, 100, 100, 200, 200, 200);
		expect([...changeColours(pixels, { ...one, contrast: 0.5 })]).toEqual([
			125, 125, 125, 175, 175, 175,
		]);
	});

	it('makes grey of everything without saturation, as bright as it was', () => {
		const pixels = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255);
		expect([...changeColours(pixels, { ...one, saturation: 0 })]).toEqual([
			76, 76, 76, 150, 150, 150, 29, 29, 29,
		]);
	});
});

describe('views of a photo', () => {
	const size = 32;
	const pixels = gradient(size);

	it('are the same every time, and pixel for pixel what they were when embeddings were stored', () => {
		const prints = augmentations.map((view) => [
			view,
			textHash(photoView(pixels, size, view, 'a photo').join()),
		]);
		// A view that comes out differently needs another ending in domain/augmentation.ts.
		expect(Object.fromEntries(prints)).toEqual({
			mirror: '89a382601e5989bd',
			crop: 'e91bd449f75c21c2',
			rotate: '6d98c1c58c60c6f2',
			colour: '60fa079475fe75e9',
		});
	});

	it('differ from the photo and from photo to photo, but for the mirrored one', () => {
		for (const view of augmentations) {
			const first = photoView(pixels, size, view, 'a photo');
			expect(first).not.toEqual(pixels);
			if (view === 'mirror') expect(first).toEqual(mirrorPixels(pixels, size));
			else expect(photoView(pixels, size, view, 'another')).not.toEqual(first);
		}
	});

	it('stay near the photo', () => {
		fc.assert(
			fc.property(fc.string(), (photoId) => {
				for (const view of ['crop', 'rotate', 'colour'] as const) {
					const seen = photoView(pixels, size, view, photoId);
					const middle = (size * (size / 2) + size / 2) * 3;
					for (let channel = 0; channel < 3; channel++) {
						const apart = (seen[middle + channel] as number) - (pixels[middle + channel] as number);
						expect(Math.abs(apart)).toBeLessThan(70);
					}
				}
			}),
		);
	});
});
