/** A product whose label a cross-validated head does not believe. */
export interface LabelIssue {
	row: number;
	/** Index of the label that it probably is. */
	proposed: number;
	/** Probability of the label it has, and of the proposed one, 0–1. */
	givenProbability: number;
	proposedProbability: number;
}

/**
 * Label errors. How many there are is told by confident learning (Northcutt, Jiang & Chuang 2021, arXiv:1911.00068): a
 * product counts as another label's when it is at least as probably of that label as the products that have it are on
 * average, which makes labels comparable that the head is unequally sure of; those off the diagonal of the paper's
 * confident joint are counted. Which ones they are is told by `leastBelievedFirst`: of planted errors it finds more than
 * the joint's own rows do (docs/audit.md).
 * @param probabilities `[n, labels]`, of products that the head had not learned from
 * @param given `[n]` the label each has
 */
export function labelIssues(
	probabilities: Float32Array,
	given: Int32Array,
	labels: number,
): LabelIssue[] {
	const thresholds = selfConfidence(probabilities, given, labels);
	const best = (row: number, allowed: (label: number, probability: number) => boolean): number => {
		let most = -1;
		for (let label = 0; label < labels; label++) {
			const probability = probabilities[row * labels + label] as number;
			if (!allowed(label, probability)) continue;
			if (most < 0 || probability > (probabilities[row * labels + most] as number)) most = label;
		}
		return most;
	};
	const reached = (label: number, probability: number): boolean =>
		probability >= (thresholds[label] as number);
	let count = 0;
	for (const [row, own] of given.entries()) {
		const counted = best(row, reached);
		if (counted >= 0 && counted !== own) count++;
	}
	const issues: LabelIssue[] = [];
	for (const row of leastBelievedFirst(probabilities, given, labels)) {
		if (issues.length === count) break;
		const own = given[row] as number;
		const proposed = best(row, (label) => Number.isFinite(thresholds[label]));
		if (proposed === own) continue;
		issues.push({
			row,
			proposed,
			givenProbability: probabilities[row * labels + own] as number,
			proposedProbability: probabilities[row * labels + proposed] as number,
		});
	}
	return issues;
}

/** Below these, rounding would decide. */
const leastProbability = 1e-12;
const leastEntropy = 1e-3;

/**
 * All rows, the one first whose own label is least believed: by how little it is believed, and how sure the head is of
 * what it says (confidence-weighted entropy, Kuan & Mueller 2022).
 */
export function leastBelievedFirst(
	probabilities: Float32Array,
	given: Int32Array,
	labels: number,
): number[] {
	const doubt = Float64Array.from(given, (own, row) => {
		let entropy = 0;
		for (let i = row * labels; i < (row + 1) * labels; i++) {
			const probability = Math.max(probabilities[i] as number, leastProbability);
			entropy -= probability * Math.log(probability);
		}
		const believed = Math.max(probabilities[row * labels + own] as number, leastProbability);
		return -Math.log(believed) / Math.max(entropy, leastEntropy);
	});
	return [...given.keys()].sort((a, b) => (doubt[b] as number) - (doubt[a] as number) || a - b);
}

/** Mean probability of each label among the products that have it; never reached by a label without any. */
function selfConfidence(
	probabilities: Float32Array,
	given: Int32Array,
	labels: number,
): Float64Array {
	const sums = new Float64Array(labels);
	const counts = new Float64Array(labels);
	for (const [row, label] of given.entries()) {
		sums[label] = (sums[label] as number) + (probabilities[row * labels + label] as number);
		counts[label] = (counts[label] as number) + 1;
	}
	return sums.map((sum, label) =>
		counts[label] ? sum / (counts[label] as number) : Number.POSITIVE_INFINITY,
	);
}

/**
 * How good a ranked list is at finding what is known to be wrong.
 * @param found rows, most suspicious first
 * @returns precision and recall of the whole list, and average precision: the mean of the precision at each hit, a
 * miss counting 0 (Buckley & Voorhees 2000). All 0–1; 0 where there is nothing to find or nothing found.
 */
export function retrieval(
	found: readonly number[],
	wrong: ReadonlySet<number>,
): { precision: number; recall: number; averagePrecision: number } {
	let hits = 0;
	let sum = 0;
	for (const [at, row] of found.entries()) {
		if (!wrong.has(row)) continue;
		hits++;
		sum += hits / (at + 1);
	}
	return {
		precision: found.length === 0 ? 0 : hits / found.length,
		recall: wrong.size === 0 ? 0 : hits / wrong.size,
		averagePrecision: wrong.size === 0 ? 0 : sum / wrong.size,
	};
}

/** All rows, the one whose own label is least probable first: the plain way that confident learning is held against. */
export function leastProbableFirst(
	probabilities: Float32Array,
	given: Int32Array,
	labels: number,
): number[] {
	const own = (row: number): number =>
		probabilities[row * labels + (given[row] as number)] as number;
	return [...given.keys()].sort((a, b) => own(a) - own(b) || a - b);
}
