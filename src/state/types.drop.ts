import type { DropSummary } from '../domain/drop';

export interface DroppedEntry {
	path: string;
	file: File;
}

/** Files that were dropped and wait for a word. */
export interface PendingDrop {
	files: DroppedEntry[];
	/** `null` while they are looked at. */
	summary: DropSummary | null;
}

export interface DropData {
	drop: PendingDrop | null;
}

export interface DropActions {
	/**
	 * Takes a drop: any mix of pictures, zips and tables. Pictures are imported at once; where there is a table or a
	 * project, `drop` says what is in it and waits. What is dropped meanwhile joins it.
	 */
	addFiles(files: DroppedEntry[]): Promise<void>;
	/** Imports what waits. */
	importDrop(): Promise<void>;
	/** Leaves it. */
	leaveDrop(): void;
}
