/*
 * Bytes of a table → text. Excel writes CSV in whatever its country's Windows used in 1995, so the bytes
 * decide: a byte order mark, else UTF-8 if they are valid UTF-8 (text in another encoding almost never
 * is), else UTF-16 if every second byte is zero, else windows-1252, which contains Latin-1.
 */

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How many bytes are looked at for zeros. */
const probeLength = 4096;

/** Below this share of zeros at odd (or even) places it is not UTF-16 of mostly Western text. */
const zeroShare = 0.4;

/** Tells the encoding of a whole file. */
export function textEncodingOf(bytes: Uint8Array): TextEncodingName {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const probe = bytes.subarray(0, probeLength);
	const zeros = [0, 0];
	for (let i = 0; i < probe.length; i++) if (probe[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	const enough = (probe.length / 2) * zeroShare;
	if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return 'utf-16le';
	if ((zeros[0] ?? 0) > enough && zeros[1] === 0) return 'utf-16be';
	return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** The text, without a byte order mark and with `\n` at the end of every line. */
export function decodeText(bytes: Uint8Array): string {
	const text = new TextDecoder(textEncodingOf(bytes)).decode(bytes);
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
