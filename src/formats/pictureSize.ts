import { imageSize } from 'image-size';
import { AppError } from '../domain/errors';

/*
 * How large a picture may be. Unpacked it takes 4 bytes a pixel whatever its file weighs, so its dimensions
 * are read from the header first: a decompression bomb is refused before a byte of it is unpacked.
 */

/** 128 megapixels are 512 MB unpacked, about what one tab may take at once; a phone camera's largest is 200. */
const pixelLimit = 128_000_000;

/** The same where the device says it has 4 GB of memory or less: 48 megapixels, 192 MB. */
const pixelLimitOfSmallDevices = 48_000_000;

/** Pixels a side: what the canvases of all browsers take. */
const sideLimit = 32_767;

/** Headers lie at the beginning, behind at most some metadata; the whole file is the second try. */
const headerBytes = 512 * 1024;

/** In pixels, as stored: before EXIF turns it. */
export interface PictureSize {
	width: number;
	height: number;
}

/** The dimensions a file's header states; `null` when they cannot be read, which is for the decoder to judge. */
export function statedSize(bytes: Uint8Array): PictureSize | null {
	for (const part of [bytes.subarray(0, headerBytes), bytes]) {
		try {
			const { width, height } = imageSize(part);
			return { width, height };
		} catch {
			// Too little of the file, or damaged.
		}
		if (bytes.length <= headerBytes) break;
	}
	return null;
}

/** @throws AppError `photo-too-large`, with what it has and what is allowed in megapixels */
export function assertFits({ width, height }: PictureSize): void {
	const { deviceMemory = 8 } = globalThis.navigator as Navigator & { deviceMemory?: number };
	const limit = deviceMemory <= 4 ? pixelLimitOfSmallDevices : pixelLimit;
	if (width * height <= limit && Math.max(width, height) <= sideLimit) return;
	throw new AppError('photo-too-large', {
		width,
		height,
		megapixels: Math.round((width * height) / 1e6),
		limit: Math.round(limit / 1e6),
		side: sideLimit,
	});
}
