import type { FieldName } from '../domain/field';
import type { FileTarget } from '../domain/fileTarget';
import type { Backup } from '../storage/settings';

/** What came of writing a file: `null` when it was cancelled or failed; `file` where it has yet to be downloaded. */
export type Written = { file: File | null } | null;

export interface ProjectData {
	/** Whether the browser promises to keep what is stored; `null` until it was asked. */
	kept: boolean | null;
	backup: Backup;
}

export interface ProjectActions {
	/** Everything that is stored, as one file. */
	saveProject(target: FileTarget): Promise<Written>;
	/** Labelled photos as a zip, a folder per label of a field. */
	exportPhotos(field: FieldName, target: FileTarget): Promise<Written>;
	/**
	 * Replaces everything by a saved project, or adds it to what is here.
	 * @returns whether it did; the page has to be loaded anew then
	 */
	openProject(file: File, onto: 'replace' | 'merge'): Promise<boolean>;
	/** Asks the browser to keep what is stored, and remembers the answer. */
	askToKeep(): Promise<void>;
	dismissBackupReminder(): Promise<void>;
}
