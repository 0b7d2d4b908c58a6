/** What is selected in a grid of items, and from where a range would go on. */
export interface GridSelection {
	chosen: ReadonlySet<string>;
	/** Where a range begins: the item last selected by itself. */
	anchor: number;
}

export const nothingSelected: GridSelection = { chosen: new Set(), anchor: 0 };

/** That item alone. */
export function only(ids: readonly string[], index: number): GridSelection {
	const id = ids[index];
	return { chosen: new Set(id === undefined ? [] : [id]), anchor: index };
}

/** The item in addition, or no longer. */
export function toggled(
	{ chosen }: GridSelection,
	ids: readonly string[],
	index: number,
): GridSelection {
	const now = new Set(chosen);
	const id = ids[index];
	if (id !== undefined && !now.delete(id)) now.add(id);
	return { chosen: now, anchor: index };
}

/** Everything from the anchor to the item, in either direction, in place of what was selected. */
export function extended(
	{ anchor }: GridSelection,
	ids: readonly string[],
	index: number,
): GridSelection {
	const range = ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
	return { chosen: new Set(range), anchor };
}

export function everything(ids: readonly string[]): GridSelection {
	return { chosen: new Set(ids), anchor: 0 };
}
