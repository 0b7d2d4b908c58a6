import type { Category } from '../../domain/taxonomy';
import { categoryParts } from './categoryParts';
import { singularPhrase } from './wordForms';

/**
 * Which texts stand for the categories of a taxonomy. Each different text, in lower case, is one row of a
 * matrix; the rows are in an order in which those that are names, and those that are parts of names, both
 * lie side by side, so that either can be multiplied alone.
 */
export interface CategoryKeys {
	/** The text of each row. */
	keys: string[];
	/** Rows `[0, names)` are whole names. */
	names: number;
	/** Rows `[parts, keys.length)` are parts of names (often the whole name). */
	parts: number;
	/** `[categories]`, row of each name. */
	nameRow: Int32Array;
	/** `[categories + 1]`: the parts of category c are `partStart[c]` up to `partStart[c + 1]`. */
	partStart: Int32Array;
	/** `[parts]`, row of each part. */
	partRow: Int32Array;
}

export function categoryKeys(categories: readonly Pick<Category, 'name'>[]): CategoryKeys {
	const names = categories.map(({ name }) => name.toLowerCase());
	const parts = categories.map(({ name }) => categoryParts(name));
	const asName = new Set(names);
	const asPart = new Set(parts.flat());
	const namesOnly = [...asName].filter((key) => !asPart.has(key));
	const both = [...asName].filter((key) => asPart.has(key));
	const partsOnly = [...asPart].filter((key) => !asName.has(key));
	const keys = [...namesOnly, ...both, ...partsOnly];
	const rows = new Map(keys.map((key, row) => [key, row]));
	const rowOf = (key: string): number => rows.get(key) as number;
	const partStart = new Int32Array(categories.length + 1);
	for (const [i, own] of parts.entries()) partStart[i + 1] = (partStart[i] as number) + own.length;
	return {
		keys,
		names: asName.size,
		parts: namesOnly.length,
		nameRow: Int32Array.from(names, rowOf),
		partStart,
		partRow: Int32Array.from(parts.flat(), rowOf),
	};
}

/** What must be embedded for a key; `keyVector` makes one vector of both. */
export function keyTexts(key: string): [asWritten: string, singular: string] {
	return [key, singularPhrase(key)];
}

/** The direction of a key: twice as it is written, once in the singular. `[d]` of length 1, as both given. */
export function keyVector(asWritten: Float32Array, singular: Float32Array): Float32Array {
	return unit(asWritten.map((value, i) => 2 * value + (singular[i] as number)));
}

/** The vector made length 1, in place; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
	let squares = 0;
	for (const value of vector) squares += value * value;
	const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
	for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * scale;
	return vector;
}
