/** Where a large file is written to. */
export interface FileTarget {
	name: string;
	/** The place on the disk that was picked; `null` where browsers have no such thing, and download it instead. */
	picked: FileSystemFileHandle | null;
}
