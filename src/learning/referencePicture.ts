import { AppError } from '../domain/errors';

/**
 * The reference picture as the networks see it. It is a PNG of the right size, so that every browser decodes
 * it to the same pixels and none has to resize it.
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
	if (width !== size || height !== size)
		throw new AppError('model-damaged', { file: 'reference picture', width, height });
	const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true });
	if (!context) throw new AppError('out-of-memory', { reason: 'no canvas' });
	context.drawImage(bitmap, 0, 0);
	bitmap.close();
	const rgba = context.getImageData(0, 0, size, size).data;
	const rgb = new Uint8Array(size * size * 3);
	for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
		rgb[to] = rgba[from] as number;
		rgb[to + 1] = rgba[from + 1] as number;
		rgb[to + 2] = rgba[from + 2] as number;
	}
	return rgb;
}
