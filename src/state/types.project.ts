export interface ProjectActions {
	/** Everything that is stored, as one file; `null` when it was cancelled or failed. */
	saveProject(name: string): Promise<File | null>;
	/** Replaces everything by a saved project. @returns whether it did; the page has to be loaded anew then */
	openProject(file: File): Promise<boolean>;
	/** Whether the browser promises to keep what is stored, asked for where that is still open. */
	askToKeep(): Promise<boolean>;
}
