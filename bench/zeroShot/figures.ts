/** Whether a ranked candidate is right for a product. */
export type IsRight = (product: number, candidate: number) => boolean;

/** Shares of products with a right candidate among the first 1, 3 and 5, in percent. */
export function topShares(ranked: number[][], rows: number[], isRight: IsRight): number[] {
	return [1, 3, 5].map((count) => {
		const right = rows.filter((row) =>
			ranked[row]?.slice(0, count).some((candidate) => isRight(row, candidate)),
		);
		return (100 * right.length) / rows.length;
	});
}

/**
 * Expected calibration error, percent: how far the first suggestion's probability is from how often it is
 * right, over ten equal bins (Guo et al., 2017).
 */
export function calibrationError(
	suggestions: { category: number; probability: number }[][],
	rows: number[],
	isRight: IsRight,
): number {
	const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
	for (const row of rows) {
		const [first] = suggestions[row] ?? [];
		if (!first) continue;
		const bin = bins[Math.min(9, Math.floor(first.probability * 10))];
		if (!bin) continue;
		bin.count += 1;
		bin.confidence += first.probability;
		bin.right += isRight(row, first.category) ? 1 : 0;
	}
	const gaps = bins.map(({ confidence, right }) => Math.abs(confidence - right));
	return (100 * gaps.reduce((sum, gap) => sum + gap, 0)) / rows.length;
}

/** A row of a Markdown table: percentages with one digit, parted by slashes. */
export function shares(values: number[]): string {
	return values.map((value) => value.toFixed(1)).join(' / ');
}
