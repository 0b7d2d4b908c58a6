import type { Attention } from '../domain/attention';
import type { FieldName } from '../domain/field';
import type { HeadSummary } from '../domain/head';
import type { ExportChoice, ExportedHead } from '../domain/headExport';
import type { Report } from '../domain/report';
import type { Split } from '../domain/split';

export interface HeadData {
	/** Newest first. */
	heads: readonly HeadSummary[];
	/** By head id. */
	reports: ReadonlyMap<string, Report>;
	/** The latest split of each field. */
	splits: ReadonlyMap<FieldName, Split>;
	/** The head that Sort uses for each field, by id. */
	activeHeads: Readonly<Record<FieldName, string>>;
	/** Probability, 0–1, at or above which Sort decides alone with a head, by head id: as picked in its report. */
	headThresholds: Readonly<Record<string, number>>;
}

export interface HeadActions {
	/** Sort uses this head for its field from now on. */
	activateHead(headId: string): Promise<void>;
	/** Sort no longer offers the field. */
	deactivateHead(field: FieldName): Promise<void>;
	/**
	 * Sort takes the threshold above which the head's answers can be trusted to be right that often, 0–1. Nothing
	 * happens where no threshold can be.
	 */
	setHeadThreshold(headId: string, wantedAccuracy: number): Promise<void>;
	/** Under a name that others of its field have, it becomes their newest version. */
	renameHead(headId: string, name: string): Promise<void>;
	/**
	 * What a head looked at in a photo of a product; rejects with what stopped it, for where the picture would be.
	 * @throws AppError as jobs/attention.ts says; AbortError
	 */
	attention(
		asked: { headId: string; productId: string; photoId: string },
		signal: AbortSignal,
	): Promise<Attention>;
	/**
	 * Writes the head in the files of another program, and hands them over once they answered as Aisle does. `null`
	 * when that failed or was cancelled; what stopped it is the store's problem.
	 */
	exportHead(headId: string, choice: ExportChoice): Promise<ExportedHead | null>;
	/** Takes a head out of a file. Its id, or `null` when nothing was changed. */
	importHead(files: File[]): Promise<string | null>;
	/** The head and its report. */
	deleteHead(headId: string): Promise<void>;
}
