import type { Part, SplitShares } from '../domain/split';
import { seededRandom, shuffled } from './seededRandom';

/** A product to be put on one side or another. */
export interface SplitItem {
	productId: string;
	label: string;
	/** Products that must stay together (near-duplicate photos) share one; `null` stands alone. */
	group: string | null;
}

export interface DrawnSplit {
	parts: Map<string, Part>;
	tooSmall: string[];
}

/**
 * Draws train, validation and test so that every label has its share in each (stratified) and no group is
 * torn apart. Each label's groups go, in seeded order, to the part that lacks most of its share. A group of
 * several labels counts for its most common one.
 * @param shares 0–1, together below 1; what remains is for training. A share of 0 leaves that part empty.
 * @returns labels with fewer groups than parts in `tooSmall`; all of theirs are in `train`
 */
export function drawSplit(
	items: readonly SplitItem[],
	shares: SplitShares,
	seed: number,
): DrawnSplit {
	const wanted = [1 - shares.validation - shares.test, shares.validation, shares.test];
	const labels = [...new Set(items.map(({ label }) => label))].sort();
	const { parts, tooSmall } = assignStratified(
		items.map(({ label }) => labels.indexOf(label)),
		items.map(({ group }) => group),
		wanted,
		seed,
	);
	const names: Part[] = ['train', 'validation', 'test'];
	return {
		parts: new Map(items.map(({ productId }, i) => [productId, names[parts[i] ?? 0] ?? 'train'])),
		tooSmall: tooSmall.map((index) => labels[index] as string),
	};
}

/**
 * Cuts rows into folds of equal shares of every class; each is held out once.
 * @param classes `[n]` class indices
 * @returns `[n]` fold, 0 to folds − 1; −1 for rows of classes with fewer groups than folds: never held out
 */
export function stratifiedFolds(
	classes: readonly number[],
	groups: readonly (string | null)[],
	folds: number,
	seed: number,
): Int16Array {
	const shares = new Array<number>(folds).fill(1 / folds);
	const { parts, tooSmall } = assignStratified(classes, groups, shares, seed);
	const small = new Set(tooSmall);
	return Int16Array.from(parts, (part, i) => (small.has(classes[i] as number) ? -1 : part));
}

/** Part 0 takes what is too small to be cut. */
function assignStratified(
	classes: readonly number[],
	groups: readonly (string | null)[],
	shares: readonly number[],
	seed: number,
): { parts: Int16Array; tooSmall: number[] } {
	const random = seededRandom(seed);
	const parts = new Int16Array(classes.length);
	const tooSmall: number[] = [];
	const wantedParts = shares.filter((share) => share > 0).length;
	const strata = groupsByClass(classes, groups);
	for (const [of, members] of [...strata].sort(([a], [b]) => a - b)) {
		if (members.length < wantedParts) {
			tooSmall.push(of);
			continue;
		}
		const count = members.reduce((sum, rows) => sum + rows.length, 0);
		// At least one each: a part without a label cannot say anything about it.
		const lacking = shares.map((share) => (share > 0 ? Math.max(1, share * count) : -Infinity));
		// Large groups first, so that the small ones can even out what they upset.
		const order = shuffled(members, random).sort((a, b) => b.length - a.length);
		for (const rows of order) {
			const part = lacking.indexOf(Math.max(...lacking));
			lacking[part] = (lacking[part] as number) - rows.length;
			for (const row of rows) parts[row] = part;
		}
	}
	return { parts, tooSmall };
}

/** Rows that stay together, under the class most common among them. */
function groupsByClass(
	classes: readonly number[],
	groups: readonly (string | null)[],
): Map<number, number[][]> {
	const together = new Map<string, number[]>();
	for (const [row, group] of groups.entries()) {
		// A row of its own gets a key that no group's name can be.
		const key = group === null ? `row ${row}` : `group ${group}`;
		const rows = together.get(key);
		if (rows) rows.push(row);
		else together.set(key, [row]);
	}
	const strata = new Map<number, number[][]>();
	for (const rows of together.values()) {
		const of = mostCommon(rows.map((row) => classes[row] as number));
		const members = strata.get(of);
		if (members) members.push(rows);
		else strata.set(of, [rows]);
	}
	return strata;
}

/** Of equally common ones the smallest. */
function mostCommon(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
	return first?.[0] ?? -1;
}

const partNames: Record<string, Part> = {
	train: 'train',
	training: 'train',
	validation: 'validation',
	valid: 'validation',
	val: 'validation',
	dev: 'validation',
	test: 'test',
	testing: 'test',
};

/** The part that a cell of a `split` column names; `null` when it names none. */
export function partFrom(cell: string): Part | null {
	return partNames[cell.trim().toLowerCase()] ?? null;
}

/** Labels that a given split leaves out of the training part, or of the test part. */
export function tooSmallIn(
	items: readonly SplitItem[],
	parts: ReadonlyMap<string, Part>,
): string[] {
	const seen = new Map<string, Set<Part>>();
	for (const { productId, label } of items) {
		const part = parts.get(productId);
		if (!part) continue;
		const of = seen.get(label) ?? new Set();
		seen.set(label, of.add(part));
	}
	return [...seen]
		.filter(([, of]) => !of.has('train') || !of.has('test'))
		.map(([label]) => label)
		.sort();
}

/** Groups with members both in the test part and outside of it: their test products were half seen. */
export function partedGroups(
	items: readonly SplitItem[],
	parts: ReadonlyMap<string, Part>,
): string[][] {
	const members = new Map<string, string[]>();
	for (const { productId, group } of items)
		if (group !== null && parts.has(productId))
			members.set(group, [...(members.get(group) ?? []), productId]);
	return [...members.values()].filter(
		(ids) => new Set(ids.map((id) => parts.get(id) === 'test')).size > 1,
	);
}

/**
 * An earlier split with what has come since: products keep their parts, and new ones are trained on. One whose
 * near-duplicate is tested on would be half seen: it is in no part. One whose near-duplicate is held out for
 * validation joins it there.
 */
export function extendedParts(
	items: readonly SplitItem[],
	earlier: ReadonlyMap<string, Part>,
): Map<string, Part> {
	const partsOfGroup = new Map<string, Set<Part>>();
	for (const { productId, group } of items) {
		const part = earlier.get(productId);
		if (group === null || !part) continue;
		partsOfGroup.set(group, (partsOfGroup.get(group) ?? new Set()).add(part));
	}
	const parts = new Map<string, Part>();
	for (const { productId, group } of items) {
		const relatives = group === null ? undefined : partsOfGroup.get(group);
		const part = earlier.get(productId) ?? (relatives?.has('validation') ? 'validation' : 'train');
		if (earlier.has(productId) || !relatives?.has('test')) parts.set(productId, part);
	}
	return parts;
}
