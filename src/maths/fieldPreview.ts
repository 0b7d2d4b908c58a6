import { type FieldSource, labelFrom } from '../domain/field';
import type { Product, ProductRow } from '../domain/product';
import { type CategoryPaths, categoryIn } from './categoryIds';

/** Why a product gets no label from a source. */
export type LeftOutReason =
	| 'no-row'
	| 'empty'
	| 'unreadable'
	| 'too-long'
	| 'rows-disagree'
	| 'no-photo'
	| 'no-folder'
	| 'folders-disagree';

/** A product that a source gives no label, to be named by its lines in the table. */
export interface LeftOut {
	productId: string;
	/** Its title or name, for products without a row. */
	product: string;
	reason: LeftOutReason;
	rows: readonly ProductRow[];
	/** What it says instead: the labels that disagree, or the text that is none. */
	says: string[];
}

/** What a source would make of a field, before anything is written. */
export interface FieldPreview {
	/** By product id. */
	labels: ReadonlyMap<string, string>;
	counts: LabelCount[];
	/** In the catalogue's order. Products that nobody decided on in Sort are not among them. */
	leftOut: LeftOut[];
	/** Products that share a photo and get different labels. They keep them: each was said plainly. */
	contradictions: { productIds: string[]; labels: string[] }[];
}

export interface LabelCount {
	label: string;
	products: number;
}

/** What was decided in Sort: category paths by product id, of the taxonomy that is chosen there. */
export interface Decided {
	taxonomyId: string;
	paths: ReadonlyMap<string, string>;
}

/** In characters; the longest path of the two published taxonomies has 228. */
export const longestLabel = 300;

/** Control characters, what a wrong decoding leaves, and marks that nobody sees but that make another word. */
const unreadable = /[\p{Cc}\uFFFD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/u;

type Reading = { label: string } | { reason: LeftOutReason; says: string[] };

/**
 * Reads the labels that a source has for products, and says which products it has none for, and why.
 * @param categories what ids in a column of categories stand for; without it they are labels as they are
 */
export function fieldPreview(
	products: readonly Product[],
	source: FieldSource,
	decided: Decided | null,
	categories: CategoryPaths | null = null,
): FieldPreview {
	const read = reader(source, decided, categories);
	const labels = new Map<string, string>();
	const leftOut: LeftOut[] = [];
	for (const product of products) {
		const reading = read(product);
		if (!reading) continue;
		if ('label' in reading) labels.set(product.id, reading.label);
		else {
			const { id, title, name, rows = [] } = product;
			leftOut.push({ productId: id, product: title || name, rows, ...reading });
		}
	}
	return {
		labels,
		counts: labelCounts(labels.values()),
		leftOut,
		contradictions: contradictions(products, labels),
	};
}

/** Labels with the number of times they come, most first, equal ones by name. */
export function labelCounts(labels: Iterable<string>): LabelCount[] {
	const counts = new Map<string, number>();
	for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
	return [...counts]
		.map(([label, products]) => ({ label, products }))
		.sort((a, b) => b.products - a.products || (a.label < b.label ? -1 : 1));
}

function reader(
	source: FieldSource,
	decided: Decided | null,
	categories: CategoryPaths | null,
): (product: Product) => Reading | null {
	const readText = remembered(readingOf);
	switch (source.kind) {
		case 'column':
			return ({ attributes, rows = [], title, description }) => {
				const cells = [attributes, ...rows.map(({ differs }) => differs)];
				const texts = cells
					.flatMap((of) => of[source.column] ?? [])
					.map((cell) => categoryIn(categories, source.column, cell));
				if (texts.length > 0) return agreed(texts.map(readText), 'rows-disagree');
				const hasRow =
					rows.length > 0 || title || description || Object.keys(attributes).length > 0;
				return { reason: hasRow ? 'empty' : 'no-row', says: [] };
			};
		case 'folder':
			return ({ photos }) => {
				if (photos.length === 0) return { reason: 'no-photo', says: [] };
				const names = photos.flatMap(({ path }) => folderAbove(path, source.level) ?? []);
				if (names.length === 0) return { reason: 'no-folder', says: [] };
				return agreed(names.map(readText), 'folders-disagree');
			};
		case 'decisions':
			return ({ id }) => {
				const path = decided?.taxonomyId === source.taxonomyId ? decided.paths.get(id) : undefined;
				return path === undefined ? null : readText(path);
			};
	}
}

/** The folder `level` above a file, 1 the nearest. */
export function folderAbove(path: string, level: number): string | undefined {
	return path.split('/').slice(0, -1).at(-level);
}

function readingOf(text: string): Reading {
	const label = labelFrom(text);
	if (label === null) return { reason: 'empty', says: [] };
	if (label.length > longestLabel) return { reason: 'too-long', says: [label] };
	return unreadable.test(label) ? { reason: 'unreadable', says: [label] } : { label };
}

/** Of several rows or photos, all that say anything must say the same. */
function agreed(readings: Reading[], otherwise: LeftOutReason): Reading {
	const failed = readings.find((reading) => 'reason' in reading && reading.reason !== 'empty');
	if (failed) return failed;
	const said = new Set(readings.flatMap((reading) => ('label' in reading ? reading.label : [])));
	const [label] = said;
	if (label === undefined) return { reason: 'empty', says: [] };
	return said.size === 1 ? { label } : { reason: otherwise, says: [...said] };
}

/** Thousands of cells say a few dozen things. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
	const made = new Map<string, T>();
	return (text) => {
		const known = made.get(text);
		if (known !== undefined) return known;
		const fresh = make(text);
		made.set(text, fresh);
		return fresh;
	};
}

function contradictions(
	products: readonly Product[],
	labels: ReadonlyMap<string, string>,
): FieldPreview['contradictions'] {
	const holders = new Map<string, string[]>();
	for (const { id, photos } of products) {
		if (!labels.has(id)) continue;
		for (const photoId of new Set(photos.map((photo) => photo.photoId))) {
			const of = holders.get(photoId);
			if (of) of.push(id);
			else holders.set(photoId, [id]);
		}
	}
	const found = new Map<string, FieldPreview['contradictions'][number]>();
	for (const productIds of holders.values()) {
		if (productIds.length < 2) continue;
		const said = [...new Set(productIds.flatMap((id) => labels.get(id) ?? []))];
		// Two products may share several photos.
		if (said.length > 1) found.set(productIds.join(), { productIds, labels: said });
	}
	return [...found.values()];
}
