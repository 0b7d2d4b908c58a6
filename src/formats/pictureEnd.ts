/**
 * Whether a picture's file was cut off: asked of a file that would not decode, to say the right thing about it.
 * Where a format does not tell, `false`.
 *
 * @param type as sniffed, `image/jpeg`
 */
export function isCutOff(bytes: Uint8Array, type: string): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	switch (type) {
		case 'image/jpeg': {
			// An EXIF thumbnail has an end of its own, so it must come after the last scan began.
			const end = lastPair(bytes, 0xff, 0xd9);
			return end < 0 || end < lastPair(bytes, 0xff, 0xda);
		}
		case 'image/png':
		case 'image/apng':
			return !new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('IEND');
		case 'image/gif':
			return !bytes.subarray(-16).includes(0x3b);
		case 'image/webp':
			return bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length;
		case 'image/bmp':
			return bytes.length < 6 || view.getUint32(2, true) > bytes.length;
		default:
			return false;
	}
}

/** Where two bytes stand last, −1 for nowhere. */
function lastPair(bytes: Uint8Array, first: number, second: number): number {
	for (
		let at = bytes.lastIndexOf(first);
		at >= 0;
		at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)
	)
		if (bytes[at + 1] === second) return at;
	return -1;
}
