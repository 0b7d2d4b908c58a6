import type { CoverageCurve } from '../domain/report';

/** Accuracies of two curves where the same share of products is covered; `null` where a curve has no point yet. */
export interface CoverageStep {
	coverage: number;
	test: number | null;
	heldOut: number | null;
}

/**
 * Two curves of thousands of points as one table that a chart can draw: at equal steps of coverage, each curve's
 * accuracy at its last point up to there.
 */
export function coverageSteps(
	curves: { test: CoverageCurve; heldOut: CoverageCurve },
	steps = 50,
): CoverageStep[] {
	return Array.from({ length: steps }, (_, step) => {
		const coverage = (step + 1) / steps;
		return {
			coverage,
			test: accuracyAt(curves.test, coverage),
			heldOut: accuracyAt(curves.heldOut, coverage),
		};
	});
}

function accuracyAt({ coverage, accuracy }: CoverageCurve, wanted: number): number | null {
	// Shares are stored in single precision: a third must not miss its own step.
	const after = coverage.findIndex((share) => share > wanted + 1e-6);
	const point = (after < 0 ? coverage.length : after) - 1;
	return accuracy[point] ?? null;
}
