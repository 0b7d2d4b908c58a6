import type { HeadSpecification } from '../domain/head';
import type { LabRunSummary } from '../domain/lab';
import type { Report } from '../domain/report';
import { type PairedDifference, pairedDifference } from './pairedComparison';
import { strategyKey } from './strategies';

/** What carrying a head over did, beside beginning afresh. */
export interface CarriedOver {
	specification: HeadSpecification;
	/** Accuracy less that of beginning afresh, with the interval over the test products. */
	difference: PairedDifference;
	/** `hurts` where the whole interval lies below zero: negative transfer (Wang and others, 2019). */
	verdict: 'helps' | 'hurts' | 'open';
	/** Test products that both were asked about. */
	count: number;
}

/**
 * Every strategy that carries a head over against the same one without, product by product, each seed's answers
 * averaged. Strategies of which one of the two is not done are left out.
 */
export function carriedOver(runs: readonly LabRunSummary[]): CarriedOver[] {
	const byStrategy = new Map<string, { specification: HeadSpecification; reports: Report[] }>();
	for (const { specification, result } of runs) {
		if (!result) continue;
		const key = strategyKey(specification);
		const of = byStrategy.get(key) ?? { specification, reports: [] };
		of.reports.push(result.report);
		byStrategy.set(key, of);
	}
	return [...byStrategy.values()].flatMap(({ specification, reports }) => {
		if (!specification.carried) return [];
		const fresh = byStrategy.get(strategyKey({ ...specification, carried: null }));
		if (!fresh) return [];
		const own = rightShares(reports);
		const other = rightShares(fresh.reports);
		const ids = [...own.keys()].filter((id) => other.has(id));
		if (ids.length < 2) return [];
		const difference = pairedDifference(
			ids.map((id) => own.get(id) ?? 0),
			ids.map((id) => other.get(id) ?? 0),
		);
		return [{ specification, difference, verdict: verdictOf(difference), count: ids.length }];
	});
}

function verdictOf({ low, high }: PairedDifference): CarriedOver['verdict'] {
	return high < 0 ? 'hurts' : low > 0 ? 'helps' : 'open';
}

/** By test product: the share of the reports that have it right. */
function rightShares(reports: readonly Report[]): Map<string, number> {
	const shares = new Map<string, number>();
	for (const { test } of reports) {
		const { productIds, truth, predicted, ranks } = test.products;
		for (const [row, id] of productIds.entries()) {
			const right = truth[row] === predicted[row * ranks] ? 1 : 0;
			shares.set(id, (shares.get(id) ?? 0) + right / reports.length);
		}
	}
	return shares;
}
