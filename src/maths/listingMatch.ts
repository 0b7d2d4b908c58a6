import { baseName, folderOf, nameKey, withoutExtension } from './listingNames';
import type { RowGroup } from './listingRows';

/** Photos by name, for many look-ups. Results are positions in `paths`. */
export interface PhotoNames {
	/**
	 * The photo that a cell names: by file name whatever the case, then whatever the extension; of several the
	 * one whose folders agree most, then a new one before one already in the catalogue, then the one nearest
	 * to the table.
	 * @returns empty when there is none; more than one when nothing tells them apart
	 */
	named(path: string, table: string): number[];
}

export function photoNames(paths: readonly string[], isNew: readonly boolean[]): PhotoNames {
	const byName = new Map<string, number[]>();
	const byStem = new Map<string, number[]>();
	const put = (map: Map<string, number[]>, key: string, at: number): void => {
		const list = map.get(key);
		if (list) list.push(at);
		else map.set(key, [at]);
	};
	paths.forEach((path, at) => {
		const name = nameKey(baseName(path));
		put(byName, name, at);
		put(byStem, withoutExtension(name), at);
	});

	return {
		named(path, table) {
			const name = nameKey(baseName(path));
			const found =
				byName.get(name) ?? byStem.get(withoutExtension(name)) ?? byStem.get(name) ?? [];
			if (found.length < 2) return found;
			const folders = foldersOf(path);
			const tableFolders = foldersOf(table);
			const score = (at: number): [number, number, number] => {
				const own = foldersOf(paths[at] ?? '');
				return [sharedFromEnd(own, folders), isNew[at] ? 1 : 0, sharedFromStart(own, tableFolders)];
			};
			return best(found, score);
		},
	};
}

function foldersOf(path: string): string[] {
	return nameKey(folderOf(path)).split('/').filter(Boolean);
}

function sharedFromEnd(a: string[], b: string[]): number {
	let count = 0;
	while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count++;
	return count;
}

function sharedFromStart(a: string[], b: string[]): number {
	let count = 0;
	while (count < Math.min(a.length, b.length) && a[count] === b[count]) count++;
	return count;
}

/** All items with the greatest score, compared number by number. */
function best(items: number[], score: (item: number) => number[]): number[] {
	const scored = items.map((item) => ({ item, score: score(item) }));
	const compare = (a: number[], b: number[]): number => {
		const at = a.findIndex((value, i) => value !== b[i]);
		return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
	};
	const top = scored.reduce((most, next) => (compare(next.score, most.score) > 0 ? next : most));
	return scored.filter((entry) => compare(entry.score, top.score) === 0).map(({ item }) => item);
}

/** A key this short (`5`) must be the whole name, or be followed by no more than a count. */
const shortKey = 3;

/**
 * The product whose SKU or handle a photo's name is or begins with (`SKU-123_2.jpg`), or whose name its
 * folder has; the longest key wins. Only whole words count: `SKU-12` is not the beginning of `SKU-123`.
 */
export function keyMatcher(groups: readonly RowGroup[]): (path: string) => number | null {
	const byKey = new Map<string, number>();
	groups.forEach((group, at) => {
		for (const key of [group.handle, ...group.skus])
			if (key && !byKey.has(nameKey(key))) byKey.set(nameKey(key), at);
	});

	return (path) => {
		if (byKey.size === 0) return null;
		const stem = nameKey(withoutExtension(baseName(path)));
		for (let end = stem.length; end > 0; end--) {
			const rest = stem.slice(end);
			if (rest && !/^[\s_\-.(]/.test(rest)) continue;
			const group = byKey.get(stem.slice(0, end));
			if (group === undefined) continue;
			if (end >= shortKey || /^[\s_\-.(]*\d{0,2}\)?$/.test(rest)) return group;
		}
		return byKey.get(nameKey(baseName(folderOf(path)))) ?? null;
	};
}
