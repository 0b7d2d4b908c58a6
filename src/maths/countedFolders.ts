import type { CountedFolder } from '../domain/drop';
import { baseName, type CountedName, countedName, folderOf } from './listingNames';
import { isOneListing, mostPhotos } from './listingStems';

/*
 * `boots/boot_1.jpg … boot_10.jpg` may be ten photos of a pair of boots, or ten pairs: a folder per product and a
 * folder per class look alike. What tells them apart is what lies beside them; where nothing does, a person has to.
 */

/** In a folder by itself, as many photos of one product are usual; in folders side by side, fewer. */
const usualAlone = 6;
const usualBeside = 4;

/** Folders that stand above those of classes. */
const parts = /^(train|training|test|testing|val|valid|validation)$/i;

export interface CountedFolders {
	/** Folders of classes: every photo is a product. */
	classes: ReadonlySet<string>;
	/** What cannot be told. */
	unclear: CountedFolder[];
}

/** Folders whose photos are all counted up under one name. @param paths of photos */
export function countedFolders(paths: readonly string[]): CountedFolders {
	const byFolder = new Map<string, string[]>();
	for (const path of paths) {
		const folder = folderOf(path);
		const of = byFolder.get(folder);
		if (of) of.push(path);
		else byFolder.set(folder, [path]);
	}
	const beside = new Map<string, [folder: string, paths: string[]][]>();
	for (const [folder, of] of byFolder) {
		if (!isCountedUp(of)) continue;
		const parent = folderOf(folder);
		beside.set(parent, [...(beside.get(parent) ?? []), [folder, of]]);
	}
	const classes = new Set<string>();
	const unclear: CountedFolder[] = [];
	for (const [parent, folders] of beside) {
		const most = Math.max(...folders.map(([, of]) => of.length));
		// One of them has more photos than any product, or the folder above says what they are for.
		const areClasses =
			(folders.length > 1 && most > mostPhotos) ||
			parent.split('/').some((part) => parts.test(part));
		if (areClasses) for (const [folder] of folders) classes.add(folder);
		else if (most > (folders.length > 1 ? usualBeside : usualAlone))
			for (const [folder, of] of folders)
				if (of.length <= mostPhotos) unclear.push(counted(folder, of));
	}
	return { classes, unclear };
}

/** Whether all photos of a folder have one name and a count. */
function isCountedUp(paths: string[]): boolean {
	const names = paths.map((path) => countedName(baseName(path)));
	const [first] = names;
	const oneStem = names.every(({ stem, view }) => stem === first?.stem && view === null);
	return names.length > 1 && oneStem && isOneListing(names.slice(0, mostPhotos).map(begun));
}

/** More photos than one product has are counted up all the same. */
function begun(name: CountedName, at: number): CountedName {
	return name.index === null ? name : { ...name, index: at + 1 };
}

function counted(folder: string, paths: string[]): CountedFolder {
	const index = (path: string): number => countedName(baseName(path)).index ?? 0;
	const sorted = [...paths].sort((a, b) => index(a) - index(b));
	return {
		folder,
		photos: paths.length,
		first: baseName(sorted[0] ?? ''),
		last: baseName(sorted.at(-1) ?? ''),
	};
}
