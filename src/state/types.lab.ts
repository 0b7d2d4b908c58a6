import type { FieldName } from '../domain/field';
import type { LabRunSummary } from '../domain/lab';
import type { SplitChoice } from '../domain/split';
import type { LabFormat } from '../jobs/exportLab';
import type { LabRow } from '../maths/labTable';
import type { StrategyChoice } from '../maths/strategies';

export type { LabFormat };

export interface LabData {
	/** Of all fields, in the order in which they are done. */
	labRuns: readonly LabRunSummary[];
	/** The field that the lab works on now; how far it is stands under `jobs`. */
	labRunning: FieldName | null;
}

export interface LabRequest {
	field: FieldName;
	strategies: StrategyChoice;
	/** Each strategy is trained under 1, 2, … up to so many. */
	seeds: number;
	/** For the first request of a field; later ones go on with its split. */
	choice: SplitChoice;
}

export interface LabActions {
	/** Queues what is not there yet, and begins. */
	queueLab(request: LabRequest): Promise<void>;
	/** Goes on with what waits. */
	continueLab(field: FieldName): Promise<void>;
	/** Forgets what the lab has of a field, done and waiting. Heads that were chosen stay. */
	clearLab(field: FieldName): Promise<void>;
	/** Sort goes by the head of this run from now on. */
	activateLabRun(runId: string): Promise<void>;
	/** The table as a file. */
	exportLab(format: LabFormat, rows: readonly { name: string; row: LabRow }[]): Promise<Blob>;
}
