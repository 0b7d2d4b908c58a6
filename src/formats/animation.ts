const animatable = new Set(['image/gif', 'image/webp', 'image/apng', 'image/avif']);

/**
 * Whether a picture moves, of which only the first frame is looked at. Browsers without WebCodecs are not
 * asked: there the note is missing, the frame is the same.
 */
export async function isAnimated(data: ArrayBuffer, type: string): Promise<boolean> {
	if (!animatable.has(type) || typeof ImageDecoder === 'undefined') return false;
	// Only the container is read here, no frame is decoded. Browsers call an APNG a PNG.
	const decoder = new ImageDecoder({ data, type: type === 'image/apng' ? 'image/png' : type });
	try {
		await decoder.tracks.ready;
		return decoder.tracks.selectedTrack?.animated ?? false;
	} catch {
		return false; // a damaged file is the decoder's to report
	} finally {
		decoder.close();
	}
}
