import type { HeadSpecification } from '../domain/head';
import { isWaiting, type LabRunSummary } from '../domain/lab';
import type { Problem } from '../domain/product';
import type { Proportion } from '../domain/report';
import { pairedReports } from './headComparison';
import { wilsonInterval } from './metrics';
import { type McNemar, type PairedDifference, pairedDifference } from './pairedComparison';
import { strategyKey } from './strategies';

/** One strategy, over all seeds that are done. Shares are means, 0–1. */
export interface LabRow {
	key: string;
	specification: HeadSpecification;
	runs: DoneRun[];
	/** Trainings still to come. */
	waiting: number;
	/** Why others came to nothing. */
	problems: Problem[];
	/** With the interval of one figure on that many test products. */
	accuracy: Proportion;
	macroF1: number;
	top3: number;
	/** Of one training, rows already read. */
	seconds: number;
	/** Of the head. */
	bytes: number;
	/** The rest of what is known of it beside the baseline; `null` for the baseline and before both are done. */
	againstBaseline: Comparison | null;
}

export type DoneRun = LabRunSummary & { result: NonNullable<LabRunSummary['result']> };

export interface Comparison {
	/** Accuracy less the baseline's, seed by seed. */
	difference: PairedDifference;
	/** Under the first seed that both have; `null` when they were tested on different products. */
	mcNemar: (McNemar & { count: number }) | null;
}

/** A row for each strategy, those that are done first and the most accurate of them on top. */
export function labRows(runs: readonly LabRunSummary[], baseline: string | null): LabRow[] {
	const byStrategy = new Map<string, LabRunSummary[]>();
	for (const run of runs) {
		const key = strategyKey(run.specification);
		byStrategy.set(key, [...(byStrategy.get(key) ?? []), run]);
	}
	const reference = done(byStrategy.get(baseline ?? '') ?? []);
	return [...byStrategy]
		.map(([key, all]) => labRow(key, all, key === baseline ? [] : reference))
		.sort((a, b) => sortFigure(b) - sortFigure(a));
}

function labRow(key: string, all: LabRunSummary[], reference: readonly DoneRun[]): LabRow {
	const [first] = all;
	if (!first) throw new RangeError('a strategy without runs');
	const runs = done(all);
	const mean = (of: (result: DoneRun['result']) => number): number =>
		runs.reduce((sum, { result }) => sum + of(result), 0) / runs.length;
	const tested = runs[0]?.result.report.test.count ?? 0;
	return {
		key,
		specification: first.specification,
		runs,
		waiting: all.filter(isWaiting).length,
		problems: all.flatMap(({ problem }) => problem ?? []),
		accuracy: wilsonInterval(tested * mean(({ report }) => report.test.accuracy.value), tested),
		macroF1: mean(({ report }) => report.test.macroF1),
		top3: mean(({ report }) => report.test.top3),
		seconds: mean(({ head }) => head.seconds),
		bytes: mean(({ head }) => head.bytes),
		againstBaseline: comparison(runs, reference),
	};
}

function comparison(runs: readonly DoneRun[], reference: readonly DoneRun[]): Comparison | null {
	const pairs = runs.flatMap((run) => {
		const other = reference.find(
			({ specification }) => specification.seed === run.specification.seed,
		);
		return other ? [[run.result.report, other.result.report] as const] : [];
	});
	const [first] = pairs;
	if (!first) return null;
	return {
		difference: pairedDifference(
			pairs.map(([own]) => own.test.accuracy.value),
			pairs.map(([, other]) => other.test.accuracy.value),
		),
		mcNemar: pairedReports(...first),
	};
}

function done(runs: readonly LabRunSummary[]): DoneRun[] {
	return runs.filter((run): run is DoneRun => run.result !== null);
}

function sortFigure({ runs, accuracy }: LabRow): number {
	return runs.length === 0 ? -1 : accuracy.value;
}
