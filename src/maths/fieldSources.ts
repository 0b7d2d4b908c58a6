import type { FieldSource } from '../domain/field';
import type { Product } from '../domain/product';
import type { CategoryPaths } from './categoryIds';
import { type Decided, fieldPreview, folderAbove } from './fieldPreview';
import { partFrom } from './splits';

/** Somewhere that a field's labels can be read from. */
export interface SourceOffer {
	source: FieldSource;
	/** Different labels, and products that have one. */
	labels: number;
	products: number;
	/** The most common labels, to recognise it by. */
	examples: string[];
	/** Few labels that repeat. Ids, prices, descriptions and splits are not, but may be taken all the same. */
	likely: boolean;
}

/** Folders deeper than this above a photo are somebody's disk, not a class. */
const mostLevels = 6;
const mostExamples = 3;

/** A label names a kind of thing; longer texts describe one. In characters, on average. */
const longestName = 48;

/** Ways of saying what a thing is, in some languages: such a column comes before others. */
const kind =
	/categor|kategorie|catégorie|categoría|类别|分类|type|typ\b|class|klasse|label|department|gattung/i;

/**
 * All sources of a catalogue, the most promising first: likely ones before others, those called after a kind
 * of thing first, then those that say something of more products, and of those the ones with more labels.
 */
export function fieldSources(
	products: readonly Product[],
	decided: Decided | null,
	categories: CategoryPaths | null = null,
): SourceOffer[] {
	const sources: FieldSource[] = [
		...columns(products).map((column): FieldSource => ({ kind: 'column', column })),
		...levels(products).map((level): FieldSource => ({ kind: 'folder', level })),
	];
	if (decided && decided.paths.size > 0)
		sources.push({ kind: 'decisions', taxonomyId: decided.taxonomyId });
	return sources
		.flatMap((source) => offer(products, source, decided, categories) ?? [])
		.sort(
			(a, b) =>
				Number(b.likely) - Number(a.likely) ||
				Number(isCalledKind(b.source)) - Number(isCalledKind(a.source)) ||
				b.products - a.products ||
				b.labels - a.labels,
		);
}

function isCalledKind(source: FieldSource): boolean {
	return source.kind === 'column' && kind.test(source.column);
}

function columns(products: readonly Product[]): string[] {
	const names = new Set<string>();
	for (const { attributes } of products) for (const name in attributes) names.add(name);
	return [...names];
}

/** Levels on which photos lie in different folders. */
function levels(products: readonly Product[]): number[] {
	const names = Array.from({ length: mostLevels }, () => new Set<string>());
	for (const { photos } of products)
		for (const { path } of photos)
			names.forEach((of, above) => {
				const name = folderAbove(path, above + 1);
				if (name !== undefined) of.add(name);
			});
	return names.flatMap((of, above) => (of.size > 1 ? above + 1 : []));
}

/** `null` for what can be no field: nothing in it, addresses, texts that are all too long. */
function offer(
	products: readonly Product[],
	source: FieldSource,
	decided: Decided | null,
	categories: CategoryPaths | null,
): SourceOffer | null {
	const { labels, counts } = fieldPreview(products, source, decided, categories);
	const names = counts.map(({ label }) => label);
	if (names.length === 0 || share(names, isAddress) > 0.5) return null;
	const characters = names.reduce((sum, { length }) => sum + length, 0) / names.length;
	const repeats = labels.size >= 2 * names.length;
	const isSplit = names.every((name) => partFrom(name) !== null);
	const likely =
		source.kind === 'decisions' ||
		(names.length > 1 &&
			repeats &&
			characters <= longestName &&
			share(names, isNumber) < 0.5 &&
			!isSplit);
	return {
		source,
		labels: names.length,
		products: labels.size,
		examples: names.slice(0, mostExamples),
		likely,
	};
}

function share(names: string[], is: (name: string) => boolean): number {
	return names.filter(is).length / names.length;
}

function isAddress(text: string): boolean {
	return /^(https?:\/\/|www\.)/i.test(text);
}

/** `1299.00`, `€ 12,50`, `12 cm`, `2016-05-01`: more digits than letters. */
function isNumber(text: string): boolean {
	const digits = text.match(/\d/g)?.length ?? 0;
	return digits > (text.match(/\p{L}/gu)?.length ?? 0);
}
