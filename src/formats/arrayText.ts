import { z } from '../domain/zod';

/* Typed arrays in JSON: base64 of their bytes, never numbers as text, so that each comes back bit for bit. */

/** A typed array as it stands in JSON. */
export interface ArrayText {
	base64: string;
}

export function arrayText({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayText {
	const bytes = new Uint8Array(buffer, byteOffset, byteLength);
	let text = '';
	// In pieces: a call takes only so many arguments.
	for (let start = 0; start < bytes.length; start += 0x8000)
		text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
	return { base64: btoa(text) };
}

/** Reads an array back. @param type what its bytes are */
export function arrayOf<T extends Float32Array | Int32Array | Uint32Array>(
	type: new (bytes: ArrayBuffer) => T,
): z.ZodType<T, ArrayText> {
	return z.object({ base64: z.base64() }).transform(({ base64 }, context) => {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		if (bytes.length % 4 === 0) return new type(bytes.buffer);
		context.addIssue({ code: 'custom', message: 'no whole numbers' });
		return z.NEVER;
	});
}
