import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';
import type { Part, Split, SplitChoice } from '../domain/split';
import {
	drawSplit,
	extendedParts,
	partedGroups,
	partFrom,
	type SplitItem,
	tooSmallIn,
} from '../maths/splits';

export interface MakeSplitInput {
	field: string;
	products: readonly Product[];
	assignments: readonly LabelAssignment[];
	/** Near-duplicates share a name, by product id. */
	groups: ReadonlyMap<string, string>;
	choice: SplitChoice;
}

/**
 * Takes the split that the spreadsheet gives, draws one, or goes on with an earlier one; stores nothing.
 * @throws AppError `split-unknown-part` naming the first cell that is no part
 */
export function makeSplit({ field, products, assignments, groups, choice }: MakeSplitInput): Split {
	const byId = new Map(products.map((product) => [product.id, product]));
	const items = assignments
		.filter(({ productId }) => byId.has(productId))
		.map(
			({ productId, label }): SplitItem => ({
				productId,
				label,
				group: groups.get(productId) ?? null,
			}),
		);
	const common = { field, createdAt: Date.now() };
	switch (choice.by) {
		case 'seed': {
			const { seed, shares } = choice;
			return { ...common, origin: 'drawn', seed, parted: [], ...drawSplit(items, shares, seed) };
		}
		case 'column': {
			const parts = givenParts(items, byId, choice.column);
			return { ...common, origin: 'given', seed: 0, ...asGiven(items, parts) };
		}
		case 'earlier': {
			const { origin, seed } = choice.split;
			const parts = extendedParts(items, choice.split.parts);
			return { ...common, origin, seed, ...asGiven(items, parts) };
		}
	}
}

/** Rows without a part are simply in none. */
function givenParts(
	items: readonly SplitItem[],
	byId: ReadonlyMap<string, Product>,
	column: string,
): Map<string, Part> {
	const parts = new Map<string, Part>();
	for (const { productId } of items) {
		const cell = byId.get(productId)?.attributes[column]?.trim() ?? '';
		if (cell === '') continue;
		const part = partFrom(cell);
		if (!part) throw new AppError('split-unknown-part', { column, cell });
		parts.set(productId, part);
	}
	return parts;
}

function asGiven(
	items: readonly SplitItem[],
	parts: Map<string, Part>,
): Pick<Split, 'parts' | 'tooSmall' | 'parted'> {
	return { parts, tooSmall: tooSmallIn(items, parts), parted: partedGroups(items, parts) };
}
