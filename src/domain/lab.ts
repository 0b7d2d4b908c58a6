import type { FieldName } from './field';
import type { HeadSpecification, HeadSummary, TrainedHead } from './head';
import type { Problem } from './product';
import type { Report } from './report';
import type { SplitChoice } from './split';

/** One training of the lab: a strategy under one seed. */
export interface LabRun {
	id: string;
	field: FieldName;
	/** Runs are done in this order. */
	order: number;
	/** The strategy, and the seed. */
	specification: HeadSpecification;
	/** On the Compare screen the same for all runs of a field, so that they can be compared product by product. */
	choice: SplitChoice;
	/** What came of it; both `null` while it waits. */
	result: LabResult | null;
	/** Why nothing came of it. */
	problem: Problem | null;
}

export interface LabResult {
	/** Kept here, beside the heads of the Train screen, until it is chosen. */
	head: TrainedHead;
	report: Report;
}

/** A run as the screen knows it: without the numbers its head computes with. */
export interface LabRunSummary extends Omit<LabRun, 'result'> {
	result: { head: HeadSummary; report: Report } | null;
}

/** Nothing has come of it yet, neither a head nor a problem. */
export function isWaiting({ result, problem }: LabRun | LabRunSummary): boolean {
	return result === null && problem === null;
}
