import { AppError, type ErrorCode } from '../domain/errors';
import { type Background, containResizer } from '../maths/resize';
import { isCutOff } from './pictureEnd';
import { assertFits, type PictureSize, statedSize } from './pictureSize';

/** Transparent pixels and padding, everywhere in the app. */
const white: Background = [255, 255, 255];

/** Longer side of a thumbnail in pixels, and the quality of its WebP. */
const thumbnailSide = 320;
const thumbnailQuality = 0.8;

/** Pixels of a strip: 16 MB of RGBA at a time, however large the picture. */
const stripPixels = 4_000_000;

export interface DecodedPicture extends PictureSize {
	/** RGB `[size, size, 3]`, 0–255 */
	pixels: Uint8Array;
	/** WebP (PNG where the browser writes no WebP); `null` when not asked for. */
	thumbnail: Blob | null;
}

interface Wanted {
	/** As sniffed from the bytes. */
	type: string;
	/** Side of `pixels`. */
	size: number;
	thumbnail: boolean;
}

/**
 * Decodes a picture in a worker: EXIF orientation applied, alpha over white, the whole of it fitted into a
 * square. Colour profiles are not applied, because the networks learned from pixels read without them and
 * because browsers differ there.
 *
 * @returns with `width` and `height` in pixels as shown (after EXIF)
 * @throws AppError `photo-empty`, `photo-too-large`, `photo-truncated`, `photo-heic`, `photo-not-decodable`
 */
export async function decodePicture(blob: Blob, wanted: Wanted): Promise<DecodedPicture> {
	if (blob.size === 0) throw new AppError('photo-empty');
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const stated = statedSize(bytes);
	if (stated) assertFits(stated);
	return whenThereIsRoom((stated?.width ?? 0) * (stated?.height ?? 0), async () => {
		const bitmap = await open(bytes, blob, wanted.type);
		try {
			const { width, height } = bitmap;
			assertFits(bitmap);
			const pixels = networkInput(bitmap, wanted.size);
			const thumbnail = wanted.thumbnail ? await smaller(bitmap) : null;
			return { width, height, pixels, thumbnail };
		} finally {
			bitmap.close();
		}
	});
}

async function open(bytes: Uint8Array, blob: Blob, type: string): Promise<ImageBitmap> {
	try {
		return await createImageBitmap(blob, {
			imageOrientation: 'from-image',
			colorSpaceConversion: 'none',
		});
	} catch (cause) {
		throw new AppError(reason(bytes, type), { type }, { cause });
	}
}

/** Why a browser would not decode it. */
function reason(bytes: Uint8Array, type: string): ErrorCode {
	if (/^image\/hei[cf]/.test(type)) return 'photo-heic';
	return isCutOff(bytes, type) ? 'photo-truncated' : 'photo-not-decodable';
}

function networkInput(bitmap: ImageBitmap, size: number): Uint8Array {
	const { width, height } = bitmap;
	const resizer = containResizer(width, height, size, white);
	const rows = Math.min(height, Math.max(1, Math.floor(stripPixels / width)));
	const context = canvasContext(width, rows, true);
	for (let top = 0; top < height; top += rows) {
		const count = Math.min(rows, height - top);
		context.clearRect(0, 0, width, rows);
		context.drawImage(bitmap, 0, -top);
		resizer.push(context.getImageData(0, 0, width, count).data, top);
	}
	return resizer.finish();
}

async function smaller(bitmap: ImageBitmap): Promise<Blob> {
	const scale = Math.min(1, thumbnailSide / Math.max(bitmap.width, bitmap.height));
	const width = Math.max(1, Math.round(bitmap.width * scale));
	const height = Math.max(1, Math.round(bitmap.height * scale));
	const context = canvasContext(width, height, false);
	context.imageSmoothingQuality = 'high';
	context.drawImage(bitmap, 0, 0, width, height);
	return context.canvas.convertToBlob({ type: 'image/webp', quality: thumbnailQuality });
}

function canvasContext(
	width: number,
	height: number,
	willReadFrequently: boolean,
): OffscreenCanvasRenderingContext2D {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently, colorSpace: 'srgb' });
	if (!context) throw new AppError('out-of-memory', { width, height });
	return context;
}

/** Pixels that may lie unpacked at once: two 32-megapixel photos, or one larger one alone. */
const pixelsAtOnce = 64_000_000;

let pixelsNow = 0;
const waiting: { pixels: number; start(): void }[] = [];

/** Runs `work` when there is memory for it: several batches decode side by side, large pictures one by one. */
async function whenThereIsRoom<T>(pixels: number, work: () => Promise<T>): Promise<T> {
	const fits = (more: number): boolean => pixelsNow === 0 || pixelsNow + more <= pixelsAtOnce;
	if (waiting.length > 0 || !fits(pixels))
		await new Promise<void>((start) => waiting.push({ pixels, start }));
	else pixelsNow += pixels;
	try {
		return await work();
	} finally {
		pixelsNow -= pixels;
		for (let next = waiting[0]; next && fits(next.pixels); next = waiting[0]) {
			waiting.shift();
			pixelsNow += next.pixels;
			next.start();
		}
	}
}
