import { AppError } from '../domain/errors';

/**
 * The reference picture as the networks see it. It is a PNG of the right size, so that every browser decodes
 * it to the same pixels and none has to resize it; for a network that sees less, every second or third pixel is taken.
 * @returns RGB, `[1, size, size, 3]`
 */
export async function referencePixels(
	file: Uint8Array<ArrayBuffer>,
	size: number,
): Promise<Uint8Array> {
	const bitmap = await createImageBitmap(new Blob([file], { type: 'image/png' }), {
		colorSpaceConversion: 'none',
		premultiplyAlpha: 'none',
	});
	const { width, height } = bitmap;
	const step = width / size;
	if (!Number.isInteger(step) || height !== width)
		throw new AppError('model-damaged', { file: 'reference picture', width, height });
	const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
	if (!context) throw new AppError('out-of-memory', { reason: 'no canvas' });
	context.drawImage(bitmap, 0, 0);
	bitmap.close();
	const rgba = context.getImageData(0, 0, width, height).data;
	const rgb = new Uint8Array(size * size * 3);
	for (let pixel = 0; pixel < size * size; pixel++) {
		const from = 4 * step * (Math.floor(pixel / size) * width + (pixel % size));
		for (let channel = 0; channel < 3; channel++)
			rgb[3 * pixel + channel] = rgba[from + channel] as number;
	}
	return rgb;
}
