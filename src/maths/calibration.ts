import type { CoverageCurve } from '../domain/report';
import { wilsonInterval } from './metrics';

/** z for a one-sided 95 % bound: how sure one has to be of a threshold. */
export const trustedZ = 1.6448536269514722;

/**
 * Scores to probabilities, each row summing to 1.
 * @param scores `[n, classes]`
 * @param temperature above 1 makes them less sure, below 1 surer
 */
export function softmaxRows(scores: Float32Array, classes: number, temperature = 1): Float32Array {
	const probabilities = new Float32Array(scores.length);
	for (let start = 0; start < scores.length; start += classes) {
		let highest = Number.NEGATIVE_INFINITY;
		for (let i = start; i < start + classes; i++) highest = Math.max(highest, scores[i] as number);
		let sum = 0;
		for (let i = start; i < start + classes; i++) {
			const power = Math.exp(((scores[i] as number) - highest) / temperature);
			probabilities[i] = power;
			sum += power;
		}
		for (let i = start; i < start + classes; i++)
			probabilities[i] = (probabilities[i] as number) / sum;
	}
	return probabilities;
}

/**
 * Mean negative log-likelihood of the true classes, in nats.
 * @param scores `[n, classes]`, before the softmax
 * @param truth `[n]`
 */
export function negativeLogLikelihood(
	scores: Float32Array,
	truth: ArrayLike<number>,
	classes: number,
	temperature = 1,
): number {
	let sum = 0;
	for (let row = 0; row < truth.length; row++) {
		const start = row * classes;
		let highest = Number.NEGATIVE_INFINITY;
		for (let i = start; i < start + classes; i++) highest = Math.max(highest, scores[i] as number);
		let powers = 0;
		for (let i = start; i < start + classes; i++)
			powers += Math.exp(((scores[i] as number) - highest) / temperature);
		const own = ((scores[start + (truth[row] as number)] as number) - highest) / temperature;
		sum += Math.log(powers) - own;
	}
	return sum / truth.length;
}

/** Temperatures outside of this say that there was nothing to calibrate by. */
const temperatures = { low: 0.01, high: 100 };
const goldenSection = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature under which held-out rows are least surprising (Guo et al., 2017). In log T the likelihood
 * has one minimum, so a golden-section search finds it. 1 without rows.
 * @param scores `[n, classes]` of rows that were not learned from
 */
export function fitTemperature(
	scores: Float32Array,
	truth: ArrayLike<number>,
	classes: number,
): number {
	if (truth.length === 0) return 1;
	const loss = (log: number) => negativeLogLikelihood(scores, truth, classes, Math.exp(log));
	let low = Math.log(temperatures.low);
	let high = Math.log(temperatures.high);
	let left = high - goldenSection * (high - low);
	let right = low + goldenSection * (high - low);
	let leftLoss = loss(left);
	let rightLoss = loss(right);
	while (high - low > 1e-4) {
		if (leftLoss <= rightLoss) {
			high = right;
			[right, rightLoss] = [left, leftLoss];
			left = high - goldenSection * (high - low);
			leftLoss = loss(left);
		} else {
			low = left;
			[left, leftLoss] = [right, rightLoss];
			right = low + goldenSection * (high - low);
			rightLoss = loss(right);
		}
	}
	return Math.exp((low + high) / 2);
}

/** Answers that were about equally sure, and how often they were right. */
export interface ReliabilityBin {
	/** Rows of the bin, by index. */
	rows: number[];
	/** Mean probability of the best class, 0–1. */
	confidence: number;
	/** Share that is right, 0–1. */
	right: number;
}

/**
 * The bins of a reliability diagram (DeGroot and Fienberg, 1983), of equal width, least sure first; those without
 * rows are left out.
 * @param confidence `[n]`, 0–1
 * @param right `[n]`
 */
export function reliabilityBins(
	confidence: ArrayLike<number>,
	right: readonly boolean[],
	bins = 10,
): ReliabilityBin[] {
	const rows = Array.from({ length: bins }, (): number[] => []);
	for (let row = 0; row < right.length; row++) {
		const value = confidence[row] as number;
		// (low, high], as in the reference implementation; 0 itself belongs to the first.
		const bin = rows[Math.max(0, Math.ceil(value * bins) - 1)];
		if (!bin) throw new RangeError(`${value} is no probability`);
		bin.push(row);
	}
	return rows
		.filter(({ length }) => length > 0)
		.map((members) => ({
			rows: members,
			confidence:
				members.reduce((sum, row) => sum + (confidence[row] as number), 0) / members.length,
			right: members.filter((row) => right[row]).length / members.length,
		}));
}

/**
 * Expected calibration error (Naeini et al., 2015): how far, on average, the probability of the best class
 * is from the share that is right, over bins of equal width.
 * @param confidence `[n]`, 0–1
 * @param right `[n]`
 */
export function expectedCalibrationError(
	confidence: ArrayLike<number>,
	right: readonly boolean[],
	bins = 15,
): number {
	const gaps = reliabilityBins(confidence, right, bins).reduce(
		(sum, bin) => sum + bin.rows.length * Math.abs(bin.confidence - bin.right),
		0,
	);
	return gaps / right.length;
}

/**
 * For every probability that occurs: the share of rows at or above it, and how many of those are right.
 * Rows of equal probability pass together: no threshold can tell them apart.
 * @param confidence `[n]`, 0–1
 * @param right `[n]`
 */
export function coverageCurve(confidence: Float32Array, right: readonly boolean[]): CoverageCurve {
	const order = right.map((_, row) => row);
	order.sort((a, b) => (confidence[b] as number) - (confidence[a] as number));
	const points: { threshold: number; coverage: number; accuracy: number }[] = [];
	let correct = 0;
	for (const [position, row] of order.entries()) {
		correct += right[row] ? 1 : 0;
		const threshold = confidence[row] as number;
		const next = order[position + 1];
		if (next !== undefined && confidence[next] === threshold) continue;
		const covered = position + 1;
		points.push({ threshold, coverage: covered / order.length, accuracy: correct / covered });
	}
	return {
		threshold: Float32Array.from(points, (point) => point.threshold),
		coverage: Float32Array.from(points, (point) => point.coverage),
		accuracy: Float32Array.from(points, (point) => point.accuracy),
	};
}

/**
 * The lowest threshold above which the wanted accuracy can be trusted: not where the held-out rows happened
 * to reach it, but where the lower end of a one-sided 95 % interval does. 20 right of 20 are not "99 % right".
 * @param wanted 0–1
 * @param rows held-out rows that the curve was made of
 * @returns `null` where no threshold is trustworthy: too few rows, or a head that errs when it is sure
 */
export function trustedThreshold(
	curve: CoverageCurve,
	wanted: number,
	rows: number,
): number | null {
	for (let point = curve.threshold.length - 1; point >= 0; point--) {
		const covered = Math.round((curve.coverage[point] as number) * rows);
		const right = Math.round((curve.accuracy[point] as number) * covered);
		if (wilsonInterval(right, covered, trustedZ).low >= wanted)
			return curve.threshold[point] as number;
	}
	return null;
}

/** What a threshold covers, and how right it is there; accuracy `null` when it covers nothing. */
export function atThreshold(
	confidence: Float32Array,
	right: readonly boolean[],
	threshold: number | null,
): { coverage: number; accuracy: number | null } {
	let covered = 0;
	let correct = 0;
	if (threshold !== null)
		for (const [row, isRight] of right.entries())
			if ((confidence[row] as number) >= threshold) {
				covered++;
				correct += isRight ? 1 : 0;
			}
	return {
		coverage: right.length === 0 ? 0 : covered / right.length,
		accuracy: covered === 0 ? null : correct / covered,
	};
}
