export type MovementKey =
	| 'ArrowLeft'
	| 'ArrowRight'
	| 'ArrowUp'
	| 'ArrowDown'
	| 'Home'
	| 'End'
	| 'PageUp'
	| 'PageDown';

const movementKeys: ReadonlySet<string> = new Set<MovementKey>([
	'ArrowLeft',
	'ArrowRight',
	'ArrowUp',
	'ArrowDown',
	'Home',
	'End',
	'PageUp',
	'PageDown',
]);

export function isMovementKey(key: string): key is MovementKey {
	return movementKeys.has(key);
}

export interface GridShape {
	count: number;
	columns: number;
	/** Rows that PageUp and PageDown skip. */
	pageRows: number;
}

/**
 * Where a key leads from `index` in a grid filled row by row. Left and right run on over the ends of rows;
 * down from above a short last row lands on its last item; at the edges the cursor stays.
 */
export function movedIndex(
	key: MovementKey,
	index: number,
	{ count, columns, pageRows }: GridShape,
): number {
	const last = count - 1;
	const byRows = (rows: number): number => {
		const lastRow = Math.floor(last / columns);
		const row = Math.floor(index / columns);
		const target = Math.min(lastRow, Math.max(0, row + rows));
		return target === row ? index : Math.min(last, target * columns + (index % columns));
	};
	switch (key) {
		case 'ArrowLeft':
			return Math.max(0, index - 1);
		case 'ArrowRight':
			return Math.min(last, index + 1);
		case 'ArrowUp':
			return byRows(-1);
		case 'ArrowDown':
			return byRows(1);
		case 'PageUp':
			return byRows(-pageRows);
		case 'PageDown':
			return byRows(pageRows);
		case 'Home':
			return 0;
		case 'End':
			return last;
	}
}

/** The nearest index after `index` that `wanted` accepts, starting over at the front; `null` without one. */
export function nextIndex(
	index: number,
	count: number,
	wanted: (index: number) => boolean,
): number | null {
	for (let step = 1; step < count; step++) {
		const candidate = (index + step) % count;
		if (wanted(candidate)) return candidate;
	}
	return null;
}
