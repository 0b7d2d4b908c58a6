import { AppError } from '../domain/errors';
import type { LabelAssignment } from '../domain/field';
import type { Product } from '../domain/product';
import { defaultShares, type Part, type Split, type SplitShares } from '../domain/split';
import { drawSplit, partedGroups, partFrom, type SplitItem, tooSmallIn } from '../maths/splits';
import { putSplit } from '../storage/splits';

export interface MakeSplitInput {
	field: string;
	products: Product[];
	assignments: LabelAssignment[];
	/** Near-duplicates share a name, by product id. */
	groups: ReadonlyMap<string, string>;
	/** Column whose cells say train, validation or test; `null` draws. */
	column: string | null;
	seed: number;
	shares?: SplitShares;
}

/**
 * Takes the split that the spreadsheet gives, or draws one, and stores it as the field's.
 * @throws AppError `split-unknown-part` naming the first cell that is no part
 */
export async function makeSplit(input: MakeSplitInput): Promise<Split> {
	const { field, products, assignments, groups, column, seed } = input;
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
	const common = { field, seed, createdAt: Date.now() };
	let split: Split;
	if (column === null) {
		const drawn = drawSplit(items, input.shares ?? defaultShares, seed);
		split = { ...common, origin: 'drawn', parted: [], ...drawn };
	} else {
		const parts = new Map<string, Part>();
		for (const { productId } of items) {
			const cell = byId.get(productId)?.attributes[column]?.trim() ?? '';
			// Rows without a part are simply in none.
			if (cell === '') continue;
			const part = partFrom(cell);
			if (!part) throw new AppError('split-unknown-part', { column, cell });
			parts.set(productId, part);
		}
		split = {
			...common,
			origin: 'given',
			parts,
			tooSmall: tooSmallIn(items, parts),
			parted: partedGroups(items, parts),
		};
	}
	await putSplit(split);
	return split;
}
