/*
 * Two ways compared on the same products, or over the same splits. Two lone percentages prove nothing:
 * on 360 products each is uncertain by about four points.
 */

export interface McNemar {
	/** Products that only the first, and only the second, got right. */
	onlyFirst: number;
	onlySecond: number;
	/** Two-sided probability of a difference at least this large if both were equally good. */
	pValue: number;
}

/**
 * McNemar's test in its exact form: the binomial distribution of the products on which the two differ
 * (McNemar, 1947). Both `[n]`: whether the row was predicted right.
 */
export function mcNemar(first: readonly boolean[], second: readonly boolean[]): McNemar {
	let onlyFirst = 0;
	let onlySecond = 0;
	for (const [row, right] of first.entries()) {
		if (right && !second[row]) onlyFirst++;
		if (!right && second[row]) onlySecond++;
	}
	const discordant = onlyFirst + onlySecond;
	const fewer = Math.min(onlyFirst, onlySecond);
	let tail = 0;
	let logChoose = 0;
	for (let k = 0; k <= fewer; k++) {
		if (k > 0) logChoose += Math.log(discordant - k + 1) - Math.log(k);
		tail += Math.exp(logChoose - discordant * Math.LN2);
	}
	return { onlyFirst, onlySecond, pValue: Math.min(1, 2 * tail) };
}

export interface PairedDifference {
	mean: number;
	/** 95 % interval of the mean; ±∞ for a single pair. */
	low: number;
	high: number;
}

/** 97.5 % points of Student's t for 1, 2, … degrees of freedom; the normal one is close enough after these. */
const student = [
	12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788,
	2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639,
	2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];

/** `first − second` over seeds or splits, with Student's interval of its mean. Both `[n]`, pair by pair. */
export function pairedDifference(
	first: readonly number[],
	second: readonly number[],
): PairedDifference {
	const differences = first.map((value, pair) => value - (second[pair] as number));
	const count = differences.length;
	const mean = differences.reduce((sum, value) => sum + value, 0) / count;
	if (count < 2) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
	const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
	const reach = (student[count - 2] ?? 1.96) * Math.sqrt(variance / count);
	return { mean, low: mean - reach, high: mean + reach };
}
