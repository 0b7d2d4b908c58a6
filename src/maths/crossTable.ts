import type { LabelBins } from './labelBins';

/** Products counted by two fields at once. */
export interface CrossTable {
	rows: LabelBins;
	columns: LabelBins;
	/** `[rows, columns]`; all cells together are all products. */
	counts: Int32Array;
}

/** Both bins over the same products, in the same order. */
export function crossTable(rows: LabelBins, columns: LabelBins): CrossTable {
	const width = columns.bins.length;
	const counts = new Int32Array(rows.bins.length * width);
	for (const [i, row] of rows.binOf.entries()) {
		const cell = row * width + (columns.binOf[i] as number);
		counts[cell] = (counts[cell] as number) + 1;
	}
	return { rows, columns, counts };
}

/** How far one field tells the other. */
export interface Association {
	/** Cramér's V, 0 (independent) to 1 (one settles the other). */
	v: number;
	/** Products that have a label in both fields: only these are looked at. */
	products: number;
}

/**
 * Cramér's V between two fields, corrected for the bias that many small cells bring (Bergsma, 2013).
 * @param a every label in a bin of its own
 * @param b likewise, over the same products
 * @returns `null` where nothing can be said: a field with one label, or with as many as products
 */
export function association(a: LabelBins, b: LabelBins): Association | null {
	const cells = new Map<number, number>();
	const inA = new Float64Array(a.bins.length);
	const inB = new Float64Array(b.bins.length);
	let n = 0;
	for (let i = 0; i < a.binOf.length; i++) {
		const row = a.binOf[i] as number;
		const column = b.binOf[i] as number;
		if (a.bins[row]?.kind !== 'label' || b.bins[column]?.kind !== 'label') continue;
		const cell = row * inB.length + column;
		cells.set(cell, (cells.get(cell) ?? 0) + 1);
		inA[row] = (inA[row] as number) + 1;
		inB[column] = (inB[column] as number) + 1;
		n += 1;
	}
	const rows = inA.filter((count) => count > 0).length;
	const columns = inB.filter((count) => count > 0).length;
	if (rows < 2 || columns < 2) return null;
	// χ²/n = Σ nᵢⱼ² / (nᵢ·nⱼ) − 1: only the cells that are not empty.
	let phi = -1;
	for (const [cell, count] of cells) {
		const row = Math.floor(cell / inB.length);
		const column = cell % inB.length;
		phi += count ** 2 / ((inA[row] as number) * (inB[column] as number));
	}
	const corrected = Math.max(0, phi - ((rows - 1) * (columns - 1)) / (n - 1));
	const free = Math.min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1));
	// Rounding alone may leave something of a difference that is nought.
	if (free - 1 < 1e-9) return null;
	return { v: Math.min(1, Math.sqrt(corrected / (free - 1))), products: n };
}
