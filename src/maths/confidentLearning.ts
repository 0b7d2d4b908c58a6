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
 * Label errors by confident learning (Northcutt, Jiang & Chuang 2021, arXiv:1911.00068): a product counts as another
 * label's when it is at least as probably of that label as the products that have it are on average. That self-made
 * threshold is what makes labels comparable that the head is unequally sure of. Those off the diagonal of the paper's
 * confident joint are issues, the least believable first: by the margin between both probabilities.
 * @param probabilities `[n, labels]`, of products that the head had not learned from
 * @param given `[n]` the label each has
 */
export function labelIssues(
	probabilities: Float32Array,
	given: Int32Array,
	labels: number,
): LabelIssue[] {
	const thresholds = selfConfidence(probabilities, given, labels);
	const issues: LabelIssue[] = [];
	for (const [row, own] of given.entries()) {
		const start = row * labels;
		let proposed = -1;
		for (let label = 0; label < labels; label++) {
			const probability = probabilities[start + label] as number;
			if (probability < (thresholds[label] as number)) continue;
			if (proposed < 0 || probability > (probabilities[start + proposed] as number))
				proposed = label;
		}
		if (proposed < 0 || proposed === own) continue;
		issues.push({
			row,
			proposed,
			givenProbability: probabilities[start + own] as number,
			proposedProbability: probabilities[start + proposed] as number,
		});
	}
	return issues.sort((a, b) => margin(a) - margin(b) || a.row - b.row);
}

/** From −1, surely misfiled, to 1. */
function margin({ givenProbability, proposedProbability }: LabelIssue): number {
	return givenProbability - proposedProbability;
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
