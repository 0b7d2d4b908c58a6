import { describe, expect, it } from 'vitest';
import { droppedEntries, pastedEntries } from '../../../src/ui/droppedEntries';

/** As Chrome does it: a hundred at a time. */
const batchSize = 100;

function file(fullPath: string, readable = true): FileSystemEntry {
	const name = fullPath.split('/').at(-1) ?? '';
	return {
		isDirectory: false,
		isFile: true,
		name,
		fullPath,
		file(resolve: (file: File) => void, reject: (error: DOMException) => void) {
			if (readable) resolve(new File(['x'], name));
			else reject(new DOMException('gone', 'NotFoundError'));
		},
	} as unknown as FileSystemEntry;
}

function folder(fullPath: string, children: FileSystemEntry[]): FileSystemEntry {
	return {
		isDirectory: true,
		isFile: false,
		fullPath,
		createReader() {
			let given = 0;
			return {
				readEntries(resolve: (entries: FileSystemEntry[]) => void) {
					const batch = children.slice(given, given + batchSize);
					given += batch.length;
					resolve(batch);
				},
			};
		},
	} as unknown as FileSystemEntry;
}

function drop(...entries: FileSystemEntry[]): DataTransfer {
	const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
	return { items } as unknown as DataTransfer;
}

describe('droppedEntries', () => {
	it('asks a folder until it has no more', async () => {
		const children = Array.from({ length: 1200 }, (_, i) => file(`/photos/${i}.jpg`));
		const { entries, unreadable } = await droppedEntries(drop(folder('/photos', children)));
		expect(new Set(entries.map(({ path }) => path)).size).toBe(1200);
		expect(unreadable).toBe(0);
	});

	it('keeps the folders in the paths', async () => {
		const inner = folder('/a/b', [file('/a/b/c.jpg')]);
		const { entries } = await droppedEntries(drop(folder('/a', [inner]), file('/d.csv')));
		expect(entries.map(({ path }) => path).sort()).toEqual(['a/b/c.jpg', 'd.csv']);
	});

	it('goes on without the files that cannot be read', async () => {
		const children = [file('/a/1.jpg'), file('/a/2.jpg', false), file('/a/3.jpg')];
		const { entries, unreadable } = await droppedEntries(drop(folder('/a', children)));
		expect(entries).toHaveLength(2);
		expect(unreadable).toBe(1);
	});
});

describe('pastedEntries', () => {
	it('gives pasted pictures names of their own and leaves real names alone', () => {
		const files = [
			new File(['x'], 'image.png', { type: 'image/png' }),
			new File(['y'], 'shoe.jpg'),
		];
		const pasted = pastedEntries(
			{ files } as unknown as DataTransfer,
			(extension, index) => `pasted ${index}.${extension}`,
		);
		expect(pasted.map(({ path, file }) => [path, file.name])).toEqual([
			['pasted 0.png', 'pasted 0.png'],
			['shoe.jpg', 'shoe.jpg'],
		]);
	});

	it('finds nothing in text', () => {
		expect(pastedEntries(null, () => '')).toEqual([]);
	});
});
