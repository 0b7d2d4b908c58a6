import type { DroppedEntry } from '../state/types.drop';

export interface Dropped {
	entries: DroppedEntry[];
	/** Files the system would not hand out. The rest of the drop goes on without them. */
	unreadable: number;
}

/**
 * All files of a drop, folders walked to the end. Has to be called before the event is over: after that the
 * browser empties the transfer.
 *
 * Not a library's walk: file-selector gives up the whole drop when a single file in it cannot be read.
 */
export function droppedEntries(transfer: DataTransfer): Promise<Dropped> {
	const found: Dropped = { entries: [], unreadable: 0 };
	const walks = [...transfer.items]
		.filter((item) => item.kind === 'file')
		.map((item) => {
			const entry = item.webkitGetAsEntry();
			if (entry) return walk(entry, found);
			// Pictures dragged out of another window have no entry.
			const file = item.getAsFile();
			if (file) found.entries.push({ path: file.name, file });
			return undefined;
		});
	return Promise.all(walks).then(() => found);
}

async function walk(entry: FileSystemEntry, found: Dropped): Promise<void> {
	try {
		if (isDirectory(entry)) {
			for await (const batch of batches(entry))
				await Promise.all(batch.map((child) => walk(child, found)));
		} else {
			const file = await fileOf(entry as FileSystemFileEntry);
			found.entries.push({ path: entry.fullPath.replace(/^\//, ''), file });
		}
	} catch (error) {
		// The one kind of rejection that entries give; anything else is a bug.
		if (!(error instanceof DOMException)) throw error;
		found.unreadable += 1;
	}
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}

/** Chrome hands out a hundred entries at a time, and an empty batch at the end. */
async function* batches(directory: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry[]> {
	const reader = directory.createReader();
	for (;;) {
		const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		);
		if (batch.length === 0) return;
		yield batch;
	}
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** What an `<input type="file">` holds; folders chosen there carry their paths along. */
export function chosenEntries(files: FileList | null): DroppedEntry[] {
	return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Files on the clipboard. Browsers call every pasted picture "image.png", so each gets a name of its own. */
export function pastedEntries(
	transfer: DataTransfer | null,
	nameOf: (extension: string, index: number) => string,
): DroppedEntry[] {
	return [...(transfer?.files ?? [])].map((file, index) => {
		if (!/^image\.\w+$/.test(file.name)) return { path: file.name, file };
		const name = nameOf(file.name.split('.').at(-1) ?? 'png', index);
		return { path: name, file: new File([file], name, { type: file.type }) };
	});
}
