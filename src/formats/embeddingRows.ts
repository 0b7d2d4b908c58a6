/*
 * Embeddings of length 1 in 8 bits: `[rows, dimensions]` signed bytes, every row stretched until its
 * largest value is ±127. The scale of a row need not be kept: its length says it.
 */

/** @param vectors of one length; only their direction is kept */
export function encodeEmbeddingRows(vectors: Float32Array[]): Uint8Array<ArrayBuffer> {
	const dimensions = vectors[0]?.length ?? 0;
	const rows = new Int8Array(vectors.length * dimensions);
	for (const [row, vector] of vectors.entries()) {
		if (vector.length !== dimensions) throw new RangeError(`row ${row} has another length`);
		const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
		for (let i = 0; i < dimensions; i++)
			rows[row * dimensions + i] = Math.round(((vector[i] as number) / largest) * 127);
	}
	return new Uint8Array(rows.buffer);
}

/**
 * @returns float32, `[rows, dimensions]`, every row of length 1 (or 0, if it was)
 * @throws RangeError when the bytes are no whole rows
 */
export function decodeEmbeddingRows(
	encoded: Uint8Array<ArrayBuffer>,
	dimensions: number,
): Float32Array {
	if (encoded.length % dimensions !== 0)
		throw new RangeError(`${encoded.length} bytes are no whole rows of ${dimensions}`);
	const bytes = new Int8Array(encoded.buffer, encoded.byteOffset, encoded.length);
	const decoded = new Float32Array(bytes.length);
	for (let start = 0; start < bytes.length; start += dimensions) {
		let squares = 0;
		for (let i = start; i < start + dimensions; i++) squares += (bytes[i] as number) ** 2;
		const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
		for (let i = start; i < start + dimensions; i++) decoded[i] = (bytes[i] as number) * scale;
	}
	return decoded;
}
