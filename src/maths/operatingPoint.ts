import type { HeldOutFigures } from '../domain/head';
import type { EvaluatedProducts, OperatingPoint } from '../domain/report';
import { atThreshold, trustedThreshold, trustedZ } from './calibration';
import { wilsonInterval } from './metrics';

/** The threshold for a wanted accuracy, chosen on held-out products, and what it does on the test part. */
export function operatingPoint(
	heldOut: HeldOutFigures,
	{ ranks, predicted, probability, truth }: EvaluatedProducts,
	wantedAccuracy: number,
): OperatingPoint {
	const confidence = Float32Array.from(truth, (_, row) => probability[row * ranks] as number);
	const right = Array.from(truth, (of, row) => of === predicted[row * ranks]);
	const threshold = trustedThreshold(heldOut.curve, wantedAccuracy, heldOut.rows);
	return { wantedAccuracy, threshold, ...atThreshold(confidence, right, threshold) };
}

/** How close held-out products come to a wanted accuracy that no threshold can be trusted with. */
export interface Shortfall {
	/** The surest held-out products, as many as speak most for the head. */
	covered: number;
	/** Mistakes among them. */
	wrong: number;
	/** As many would have to be covered with no more mistakes than these. */
	needed: number;
}

/**
 * Why no threshold can be trusted: the point of the curve whose lower bound is highest, and how many products it
 * would have to cover. With mistakes among the very surest, the point may be one that covers all.
 * @param wanted 0–1, below 1
 * @returns `null` where a threshold can be trusted, or there is nothing to tell by
 */
export function shortfall({ curve, rows }: HeldOutFigures, wanted: number): Shortfall | null {
	let best: { covered: number; wrong: number; low: number } | null = null;
	for (const [point, coverage] of curve.coverage.entries()) {
		const covered = Math.round(coverage * rows);
		const right = Math.round((curve.accuracy[point] as number) * covered);
		const { low } = wilsonInterval(right, covered, trustedZ);
		if (!best || low > best.low) best = { covered, wrong: covered - right, low };
	}
	if (!best || best.low >= wanted) return null;
	const { covered, wrong } = best;
	return { covered, wrong, needed: leastProducts(wanted, wrong) };
}

/** Fewest products among which so many mistakes still let the wanted accuracy be trusted. */
export function leastProducts(wanted: number, mistakes: number): number {
	const trusted = (of: number) => wilsonInterval(of - mistakes, of, trustedZ).low >= wanted;
	let high = mistakes + 1;
	while (!trusted(high)) high *= 2;
	let low = Math.floor(high / 2);
	// The lower bound grows with the products, so that halving finds the first.
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (trusted(middle)) high = middle;
		else low = middle;
	}
	return high;
}
