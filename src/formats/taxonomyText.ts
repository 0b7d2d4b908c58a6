import { AppError } from '../domain/errors';
import { type Category, pathSeparator, type Taxonomy } from '../domain/taxonomy';

/** One line that names a category. */
interface Line {
	/** In the file, the first is 1. */
	number: number;
	/** `null` where the file gives none. */
	id: string | null;
	/** From the top down. */
	names: string[];
}

/** How a file writes id and path. Told by the first category; a file does not mix them. */
const withIds = [
	// Google: `166 - Apparel & Accessories > Shoes`
	/^(?<id>\d+) - (?<path>.*)$/,
	// Shopify, padded for the eye: `gid://shopify/TaxonomyCategory/aa-8    : Apparel > Shoes`
	/^(?<id>gid:\/\/\S+?)\s*: (?<path>.*)$/,
];
const withoutIds = /^(?<path>.*)$/;

/** Deeper than any real tree (Google 7, Shopify 8): a text of many ">" is something else. */
const maximumDepth = 30;

/**
 * Reads a taxonomy as Google and Shopify publish theirs, or a plain list: one label or `A > B > C` a line.
 * Categories keep the file's order, except that a parent always comes first; parents that have no line of
 * their own are made up, with their path as id. Byte order mark, either line end, blank lines and comments
 * (`# …`) are fine, and so is a line that comes twice.
 * @throws AppError `taxonomy-unreadable` with the line, `taxonomy-empty`
 */
export function parseTaxonomyText(text: string, names: { id: string; name: string }): Taxonomy {
	const lines = readLines(text);
	if (lines.length === 0) throw new AppError('taxonomy-empty');
	return { ...names, categories: asTree(lines) };
}

function readLines(text: string): Line[] {
	const lines: Line[] = [];
	let pattern: RegExp | null = null;
	for (const [i, raw] of text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|[\r\n]/)
		.entries()) {
		const number = i + 1;
		const line = raw.trim();
		if (line === '' || /^#(\s|$)/.test(line)) continue;
		// NUL and the replacement character come from pictures, spreadsheets and other such files.
		if (/[\0\uFFFD]/.test(line)) throw unreadable(number, line);
		pattern ??= withIds.find((candidate) => candidate.test(line)) ?? withoutIds;
		const { id = null, path = '' } = pattern.exec(line)?.groups ?? {};
		const names = path.split('>').map((name) => name.trim().replace(/\s+/g, ' '));
		if (names.includes('') || names.length > maximumDepth) throw unreadable(number, line);
		lines.push({ number, id, names });
	}
	return lines;
}

function asTree(lines: Line[]): Category[] {
	const lineOf = new Map<string, Line>();
	const seen = new Map<string, string>();
	for (const line of lines) {
		const path = pathKey(line.names);
		if (!lineOf.has(path)) lineOf.set(path, line);
		if (line.id === null) continue;
		// Decisions are kept by id, so two categories must not share one.
		if ((seen.get(line.id) ?? path) !== path) throw unreadable(line.number, path);
		seen.set(line.id, path);
	}
	const categories: Category[] = [];
	const indexOf = new Map<string, number>();
	const taken = new Set<string>(seen.keys());
	for (const { names } of lines) {
		let parent = -1;
		for (const [depth, name] of names.entries()) {
			const path = names.slice(0, depth + 1).join(pathSeparator);
			const key = pathKey(names.slice(0, depth + 1));
			let index = indexOf.get(key);
			if (index === undefined) {
				index = categories.length;
				indexOf.set(key, index);
				categories.push({ id: lineOf.get(key)?.id ?? madeUpId(path, taken), name, parent });
			}
			parent = index;
		}
	}
	return categories;
}

/** "Shirts" and "shirts" are one category: as two they would share every product's probability. */
function pathKey(names: string[]): string {
	return names.join(pathSeparator).toLocaleLowerCase('en');
}

/** The path itself, unless the file gives some category just that as its id. */
function madeUpId(path: string, taken: Set<string>): string {
	let id = path;
	for (let i = 2; taken.has(id); i++) id = `${path} (${i})`;
	taken.add(id);
	return id;
}

function unreadable(line: number, text: string): AppError {
	return new AppError('taxonomy-unreadable', { line, text: text.slice(0, 80) });
}
