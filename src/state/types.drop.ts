import type { Counted, DropSummary } from '../domain/drop';

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
	/** A saved project that was dropped and waits for a word, and how many files beside it were left. */
	droppedProject: { file: File; others: number } | null;
}

export interface DropActions {
	/**
	 * Takes a drop: any mix of pictures, zips and tables. Pictures are imported at once; where there is a table, a
	 * folder that is one product or many, or a
	 * Teachable Machine project, `drop` says what is in it and waits. What is dropped meanwhile joins it. A saved
	 * project of Aisle waits by itself.
	 */
	addFiles(files: DroppedEntry[]): Promise<void>;
	/** Imports what waits. @param counted what folders are that are one product or many */
	importDrop(counted: Counted): Promise<void>;
	/** Leaves it. */
	leaveDrop(): void;
	leaveProject(): void;
}
