import type { Counted } from '../domain/drop';
import type { FieldName } from '../domain/field';
import type { Problem, ProductRow } from '../domain/product';
import { countedFolders } from './countedFolders';
import { keyMatcher, photoNames } from './listingMatch';
import { baseName, folderOf, withoutExtension } from './listingNames';
import { linesProblem } from './listingProblems';
import { groupRows, type ListingRow, type RowGroup } from './listingRows';
import { stemKeys } from './listingStems';

/** A picture file of a drop, or a photo that is in the catalogue already. */
export interface ListingPhoto {
	path: string;
	/** `null` for a file that could not be read as a picture. */
	photoId: string | null;
	problem: Problem | null;
	/** Id of the product it already belongs to. */
	productId: string | null;
}

/** What is to be one card. */
export interface Listing {
	/** Whether a table says something of it. */
	hasRow: boolean;
	name: string;
	/**
	 * Empty without a row. A file name is never taken for a title, even when it reads like words: `red-new-final`
	 * and `IMG_2041` would be embedded as if they described the product, and the photo knows better.
	 */
	title: string;
	description: string;
	attributes: Record<string, string>;
	/** Labels its rows give, by field. */
	labels: Record<FieldName, string>;
	rows: ProductRow[];
	photos: ListingPhoto[];
	problems: Problem[];
}

/** Titles longer than this are kept, but the text network reads only about this much of them. */
const longestTitle = 1000;

/** Between the names of missing photos in a problem's detail; no file's name has it. */
export const missingSeparator = ' | ';

const collator = new Intl.Collator('en', { numeric: true });

/** By path with `2` before `10`, and `shoe.jpg` before `shoe_2.jpg`. */
function inOrder(photos: readonly ListingPhoto[]): ListingPhoto[] {
	const keyed = photos.map((photo) => ({ photo, key: withoutExtension(photo.path) }));
	keyed.sort((a, b) => {
		const byKey = collator.compare(a.key, b.key);
		if (byKey !== 0) return byKey;
		return a.photo.path < b.photo.path ? -1 : 1;
	});
	return keyed.map(({ photo }) => photo);
}

/**
 * Makes listings of photos and rows. Rows take the photos they name, then those called after their SKU or
 * handle, then those that share a stem with one of theirs; photos that no row wants are grouped by stem.
 * Every photo lands in exactly one listing, unless several rows name it: then in each of theirs. Rows come
 * first, in their order, then photos by path; the order of the input photos does not matter.
 *
 * Photos that already belong to a product can be taken by rows and attract others of their stem, but make
 * no listing by themselves.
 * @param counted what folders are of which nobody can tell whether they are one product or many
 */
export function listings(
	photos: readonly ListingPhoto[],
	rows: readonly ListingRow[],
	counted: Counted = 'apart',
): { listings: Listing[]; problems: Problem[] } {
	const sorted = inOrder(photos);
	const groups = groupRows(rows);
	const taken = groups.map(() => new Set<number>());
	const owners: number[][] = sorted.map(() => []);
	const take = (group: number, photo: number): void => {
		if (taken[group]?.has(photo)) return;
		taken[group]?.add(photo);
		owners[photo]?.push(group);
	};

	const problems = takeNamed(sorted, groups, take);
	const match = keyMatcher(groups);
	sorted.forEach((photo, at) => {
		const group = owners[at]?.length === 0 ? match(photo.path) : null;
		if (group !== null) take(group, at);
	});

	const loose = new Map<string, number[]>();
	for (const family of families(sorted, counted)) {
		const claimants = new Set(family.flatMap((at) => owners[at] ?? []));
		const free = family.filter((at) => owners[at]?.length === 0);
		const [only] = claimants;
		if (claimants.size === 1 && only !== undefined) for (const at of free) take(only, at);
		else if (free.some((at) => !sorted[at]?.productId)) loose.set(String(free[0]), free);
	}

	const pick = (at: Iterable<number>): ListingPhoto[] =>
		[...at].map((index) => sorted[index] as ListingPhoto);
	const withRow = groups.map((group, at) =>
		rowListing(group, pick(taken[at] ?? []), problems[at] ?? []),
	);
	const withoutRow = [...loose.values()].map((family) => photoListing(pick(family)));
	return {
		listings: [...withRow.filter(saysSomething), ...withoutRow],
		problems: emptyRows(groups.filter((_, at) => !saysSomething(withRow[at] as Listing))),
	};
}

/** Gives rows the photos they name. Returns what is wrong with the names, per group. */
function takeNamed(
	photos: ListingPhoto[],
	groups: RowGroup[],
	take: (group: number, photo: number) => void,
): Problem[][] {
	const names = photoNames(
		photos.map(({ path }) => path),
		photos.map(({ productId }) => productId === null),
	);
	return groups.map((group, at) => {
		const problems: Problem[] = [];
		const missing: string[] = [];
		for (const named of group.photos) {
			const [first, second] = names.named(named, group.rows[0]?.table ?? '');
			if (first === undefined) missing.push(named);
			else take(at, first);
			if (first !== undefined && second !== undefined) {
				const detail = {
					file: named,
					photo: named,
					taken: photos[first]?.path ?? '',
					other: photos[second]?.path ?? '',
				};
				problems.push({ code: 'file-name-twice', detail });
			}
		}
		const [photo] = missing;
		if (photo !== undefined)
			problems.push({
				code: 'csv-photo-missing',
				detail: { photo, count: missing.length, photos: missing.join(missingSeparator) },
			});
		return problems;
	});
}

/** Positions of photos that belong together by their names, in order of their first. */
function families(photos: ListingPhoto[], counted: Counted): number[][] {
	const paths = photos.map(({ path }) => path);
	const keys = stemKeys(paths);
	const { classes, unclear } = countedFolders(paths);
	const asked = new Set(unclear.map(({ folder }) => folder));
	const found = new Map<string, number[]>();
	keys.forEach((key, at) => {
		const family = found.get(key);
		if (family) family.push(at);
		else found.set(key, [at]);
	});
	return [...found.values()].flatMap((family) => {
		const folder = folderOf(paths[family[0] ?? 0] ?? '');
		const held = family.flatMap((at) => photos[at]?.productId ?? []);
		const products = new Set(held).size;
		// What is in the catalogue already has been told one way or the other.
		const apart =
			products > 1 ||
			(held.length < 2 && (classes.has(folder) || (asked.has(folder) && counted === 'apart')));
		return apart ? family.map((at) => [at]) : [family];
	});
}

function rowListing(group: RowGroup, photos: ListingPhoto[], problems: Problem[]): Listing {
	const { title, description, attributes, labels, handle, skus } = group;
	const long: Problem[] =
		title.length > longestTitle
			? [{ code: 'note-title-truncated', detail: { characters: title.length } }]
			: [];
	return {
		hasRow: true,
		name: handle || skus[0] || baseName(group.photos[0] ?? ''),
		title,
		description,
		attributes,
		labels,
		rows: group.rows.flatMap((row) => origin(row, attributes)),
		photos,
		problems: [...problems, ...long],
	};
}

/** A row that only waits for its photo was in no table of this drop. */
function origin(row: ListingRow, attributes: Record<string, string>): ProductRow[] {
	if (row.table === '') return [];
	const differs = Object.entries(row.attributes).filter(
		([name, cell]) => attributes[name] !== cell,
	);
	return [{ table: row.table, line: row.line, differs: Object.fromEntries(differs) }];
}

function photoListing(photos: ListingPhoto[]): Listing {
	const name = baseName(photos[0]?.path ?? '');
	return {
		hasRow: false,
		name,
		title: '',
		description: '',
		attributes: {},
		labels: {},
		rows: [],
		photos,
		problems: [],
	};
}

/** A row without text and without a photo makes no card: there is nothing to see on it and nothing to sort. */
function saysSomething(listing: Listing): boolean {
	return listing.title !== '' || listing.description !== '' || listing.photos.length > 0;
}

function emptyRows(groups: RowGroup[]): Problem[] {
	const tables = new Map<string, { missing: number[]; empty: number[]; photo: string }>();
	for (const { rows, photos } of groups)
		for (const { table, line } of rows) {
			const found = tables.get(table) ?? { missing: [], empty: [], photo: photos[0] ?? '' };
			tables.set(table, found);
			(photos.length > 0 ? found.missing : found.empty).push(line);
			found.photo ||= photos[0] ?? '';
		}
	return [...tables].flatMap(([table, { missing, empty, photo }]) => [
		...(missing.length > 0 ? [linesProblem('csv-photo-missing', table, missing, { photo })] : []),
		...(empty.length > 0 ? [linesProblem('csv-row-empty', table, empty)] : []),
	]);
}
