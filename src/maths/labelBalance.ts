import type { LabelBins } from './labelBins';

/** Fewer products than this and a fifth of them is too little to test a label by. */
export const fewProducts = 10;

/** From this ratio of the largest label to the smallest on, a head does better to weigh its labels. */
const unevenRatio = 10;

/** How evenly the products lie over the labels of a field. */
export interface LabelBalance {
	labels: number;
	largest: { label: string; count: number };
	smallest: { label: string; count: number };
	/** Products of the largest label for each of the smallest, at least 1. */
	ratio: number;
	/**
	 * exp of the Shannon entropy in nats: as many labels of equal size would be as hard to tell apart (Hill number
	 * of order 1; Jost, 2006). From 1 to `labels`.
	 */
	effectiveLabels: number;
	/** Bins with fewer than `fewProducts` products. */
	few: number[];
	/** What it means for training: nothing to learn, labels too small, weigh the labels, or nothing to do. */
	advice: 'one-label' | 'too-few' | 'class-weights' | 'fine';
}

/** @param bins every label in a bin of its own @returns `null` when no product has a label */
export function labelBalance({ bins, counts }: LabelBins): LabelBalance | null {
	const labelled: { label: string; count: number }[] = [];
	for (const [i, bin] of bins.entries())
		if (bin.kind === 'label') labelled.push({ label: bin.label, count: counts[i] as number });
	const largest = labelled[0];
	const smallest = labelled.at(-1);
	if (!largest || !smallest) return null;
	const total = labelled.reduce((sum, { count }) => sum + count, 0);
	let entropy = 0;
	for (const { count } of labelled) entropy -= (count / total) * Math.log(count / total);
	const ratio = largest.count / smallest.count;
	const few = [...labelled.keys()].filter((i) => (counts[i] as number) < fewProducts);
	return {
		labels: labelled.length,
		largest,
		smallest,
		ratio,
		effectiveLabels: Math.exp(entropy),
		few,
		advice:
			labelled.length === 1
				? 'one-label'
				: few.length > 0
					? 'too-few'
					: ratio >= unevenRatio
						? 'class-weights'
						: 'fine',
	};
}
