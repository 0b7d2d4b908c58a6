import { baseName, type CountedName, countedName, folderOf, isCameraLike } from './listingNames';

/**
 * The most photos a name may count for one listing. Marketplaces take eight to twenty, and what counts
 * further is far more often a folder of different products (`bag_1 … bag_40`).
 */
export const mostPhotos = 12;

/**
 * Finds photos of one listing by their names alone: same folder, same stem, a separator, and a small count
 * or a view (`shoe-1, shoe-2`; `shoe_front, shoe_back`; `shoe, shoe (1)`). Joining two products is worse
 * than leaving one in two, because half of a wrong card cannot be sorted right, so when in doubt: apart.
 *
 * @param paths of photos
 * @returns a key per path; paths with one key belong together. A path that stands alone has a key of its own
 */
export function stemKeys(paths: readonly string[]): string[] {
	const parsed = paths.map((path) => ({ folder: folderOf(path), ...countedName(baseName(path)) }));
	const families = new Map<string, number[]>();
	parsed.forEach(({ folder, stem }, at) => {
		const key = `${folder}/${stem}`;
		families.set(key, [...(families.get(key) ?? []), at]);
	});
	const keys = paths.map((path) => `alone:${path}`);
	for (const [key, members] of families) {
		const names = members.map((at) => parsed[at] as CountedName);
		if (members.length < 2 || !isOneListing(names)) continue;
		for (const at of members) keys[at] = `stem:${key}`;
	}
	return keys;
}

/** Whether names with one stem are photos of one listing. */
export function isOneListing(names: CountedName[]): boolean {
	const stem = names[0]?.stem ?? '';
	if (isCameraLike(stem)) return false;
	const indices = names.flatMap(({ index }) => (index === null ? [] : [index]));
	const bare = names.filter(({ index, view }) => index === null && view === null).length;
	const viewed = names.some(({ view }) => view !== null);
	if (indices.length === 0) return viewed;
	// `iphone-11, iphone-12` are models, not a count: a count begins at its beginning.
	const first = Math.min(...indices);
	const begins = first <= 1 || (first === 2 && (bare > 0 || viewed));
	return begins && Math.max(...indices) <= mostPhotos && names.length <= 2 * mostPhotos;
}
