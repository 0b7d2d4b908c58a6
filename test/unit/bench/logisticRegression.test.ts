import { describe, expect, it } from 'vitest';
import {
	along,
	fitLogisticRegression,
	scoresOf,
	spanOf,
	type Table,
} from '../../../bench/heads/logisticRegression';
import { softmaxRows } from '../../../src/maths/calibration';
import reference from '../learning/fixtures/logisticRegression.json';

const { truth, labels, weightDecay, dimensions } = reference;
const rows: Table = { values: Float64Array.from(reference.rows), width: dimensions };

describe('the logistic regression that heads are measured against', () => {
	it("reaches scikit-learn's optimum", () => {
		expectReference(
			scoresOf(rows, fitLogisticRegression(rows, truth, labels, weightDecay), labels),
		);
	});

	it('finds the same along the directions that its rows span', () => {
		// Twice side by side, so that half of the columns say nothing new; the weights' penalty halves with it.
		const wide: Table = {
			width: 2 * dimensions,
			values: Float64Array.from(
				truth.flatMap((_, row) => {
					const own = reference.rows.slice(row * dimensions, (row + 1) * dimensions);
					return [...own, ...own];
				}),
			),
		};
		const span = spanOf(wide);
		expect(span.values.length / span.width).toBe(dimensions);
		const narrow = along(wide, span);
		const weights = fitLogisticRegression(narrow, truth, labels, 2 * weightDecay);
		expectReference(scoresOf(narrow, weights, labels));
	});
});

function expectReference(scores: Float64Array): void {
	const probabilities = softmaxRows(Float32Array.from(scores), labels);
	expect(probabilities).toHaveLength(reference.probabilities.length);
	for (const [i, value] of probabilities.entries())
		expect(value).toBeCloseTo(reference.probabilities[i] as number, 3);
}
