import { seededRandom, shuffled } from '../../maths/seededRandom';

/**
 * The rows of each step of one epoch. All at once where they fit, so that nothing is left to chance; else in
 * an order that depends on seed and epoch alone.
 */
export function epochBatches(
	rows: number,
	batchSize: number,
	seed: number,
	epoch: number,
): Int32Array[] {
	const all = Array.from({ length: rows }, (_, row) => row);
	if (rows <= batchSize) return [Int32Array.from(all)];
	const order = shuffled(all, seededRandom(seed * 1_000_003 + epoch));
	const batches: Int32Array[] = [];
	for (let start = 0; start < rows; start += batchSize)
		batches.push(Int32Array.from(order.slice(start, start + batchSize)));
	return batches;
}

/** Lets messages in, a cancel among them, between two steps. @throws AbortError */
export async function breathe(signal: AbortSignal): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve));
	signal.throwIfAborted();
}
