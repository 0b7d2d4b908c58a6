import type { PhotoMatrix } from '../maths/zeroShot/photoMatrix';

/*
 * Little-endian 16-bit numbers: `[labels, perLabel]` categories, then `[labels, perLabel]` weights relative
 * to the largest of their row. How many there are per label follows from the length.
 */

const steps = 0xffff;

export function encodePhotoMatrix({
	perLabel,
	categories,
	weights,
}: PhotoMatrix): Uint8Array<ArrayBuffer> {
	const numbers = new Uint16Array(categories.length * 2);
	numbers.set(categories);
	for (let start = 0; start < weights.length; start += perLabel) {
		const row = weights.subarray(start, start + perLabel);
		const largest = row.reduce((most, weight) => Math.max(most, weight), 0);
		numbers.set(
			Uint16Array.from(row, (weight) => Math.round((weight / largest) * steps)),
			categories.length + start,
		);
	}
	return new Uint8Array(numbers.buffer);
}

/** @throws RangeError when the bytes are no whole rows for so many labels */
export function decodePhotoMatrix(bytes: Uint8Array<ArrayBuffer>, labels: number): PhotoMatrix {
	const perLabel = bytes.length / (4 * labels);
	if (!Number.isInteger(perLabel) || perLabel === 0)
		throw new RangeError(`${bytes.length} bytes are no matrix of ${labels} labels`);
	const numbers = new Uint16Array(bytes.slice().buffer);
	const stored = numbers.subarray(labels * perLabel);
	const weights = new Float32Array(stored.length);
	for (let start = 0; start < stored.length; start += perLabel) {
		const row = stored.subarray(start, start + perLabel);
		const sum = row.reduce((total, weight) => total + weight, 0);
		weights.set(
			Float32Array.from(row, (weight) => weight / sum),
			start,
		);
	}
	return { perLabel, categories: numbers.slice(0, labels * perLabel), weights };
}
