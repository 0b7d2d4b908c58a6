import type { FieldName } from '../domain/field';
import type { HeadSummary } from '../domain/head';
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
}

export interface HeadActions {
	/** Sort uses this head for its field from now on. */
	activateHead(headId: string): Promise<void>;
	/** Sort no longer offers the field. */
	deactivateHead(field: FieldName): Promise<void>;
	/** The head and its report. */
	deleteHead(headId: string): Promise<void>;
}
