import { type LabelAssignment, labelLevels } from '../domain/field';
import type { Product } from '../domain/product';
import { pathSeparator } from '../domain/taxonomy';

/** What products are counted under: a label, all that are too rare to be shown alone, or having none. */
export type LabelBin =
	| { kind: 'label'; label: string }
	| { kind: 'rest'; labels: number }
	| { kind: 'none' };

/** Products sorted into bins, each into exactly one. */
export interface LabelBins {
	/** The largest label first; then the rest and those without a label, where there are any. */
	bins: LabelBin[];
	/** `[n]` bin of each product. */
	binOf: Int32Array;
	/** `[bins]` products in each. */
	counts: Int32Array;
}

interface Options {
	/** Paths are cut to this many levels from the top; `null` leaves them whole. */
	level?: number | null;
	/** Labels that get a bin of their own; one more where the rest would be a single label. */
	most?: number;
}

/** Counts products by their label in one field. Labels of one size stand in code unit order. */
export function labelBins(
	products: readonly Product[],
	labels: ReadonlyMap<string, LabelAssignment>,
	{ level = null, most = Number.POSITIVE_INFINITY }: Options = {},
): LabelBins {
	const sizes = new Map<string, number>();
	const cut = new Map<string, string>();
	const labelOf = products.map(({ id }) => {
		const whole = labels.get(id)?.label;
		if (whole === undefined) return null;
		let label = cut.get(whole);
		if (label === undefined) {
			label = level === null ? whole : labelAtLevel(whole, level);
			cut.set(whole, label);
		}
		sizes.set(label, (sizes.get(label) ?? 0) + 1);
		return label;
	});
	const order = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	const kept = order.length <= most + 1 ? order.length : most;
	const bins: LabelBin[] = order
		.slice(0, kept)
		.map(([label]): LabelBin => ({ kind: 'label', label }));
	const index = new Map(order.map(([label], at) => [label, Math.min(at, kept)]));
	if (kept < order.length) bins.push({ kind: 'rest', labels: order.length - kept });
	const none = bins.length;
	const binOf = Int32Array.from(labelOf, (label) =>
		label === null ? none : (index.get(label) as number),
	);
	if (binOf.includes(none)) bins.push({ kind: 'none' });
	const counts = new Int32Array(bins.length);
	for (const bin of binOf) counts[bin] = (counts[bin] as number) + 1;
	return { bins, binOf, counts };
}

/** The first levels of a path; a shorter one whole. */
export function labelAtLevel(label: string, level: number): string {
	return labelLevels(label).slice(0, level).join(pathSeparator);
}

/** Levels of the deepest label; 1 where none is a path, 0 without labels. */
export function labelDepth(labels: ReadonlyMap<string, LabelAssignment>): number {
	const distinct = new Set([...labels.values()].map(({ label }) => label));
	return [...distinct].reduce((deepest, label) => Math.max(deepest, labelLevels(label).length), 0);
}

/** The products of one bin, in the catalogue's order. */
export function productIdsIn(
	products: readonly Product[],
	{ binOf }: Pick<LabelBins, 'binOf'>,
	bin: number,
): string[] {
	return products.filter((_, i) => binOf[i] === bin).map(({ id }) => id);
}
