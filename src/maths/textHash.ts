/**
 * A short, stable name for a text: 64 bits as 16 hex digits (two 32-bit FNV-1a hashes with different
 * starts, finished with Murmur3's mixer). Not a secret, only a key: among 100,000 texts the chance of one
 * collision is about 3e-10.
 */
export function textHash(text: string): string {
	let low = 0x811c9dc5;
	let high = 0x9747b28c;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		low = Math.imul(low ^ unit, 0x01000193);
		high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
	}
	return hex(mixed(high)) + hex(mixed(low ^ text.length));
}

function mixed(value: number): number {
	let h = value;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
	return value.toString(16).padStart(8, '0');
}
