/**
 * How a head that looks at photo and title makes one answer of the two. `concatenation`: side by side, as one row.
 * `late`: a head for each, whose probabilities are mixed. The others: see `ProjectedFusion`.
 */
export const fusions = ['concatenation', 'sum', 'product', 'maximum', 'gated', 'late'] as const;
export type Fusion = (typeof fusions)[number];

/**
 * Each side is projected to a common width, the two are made one there, number by number, and one layer above
 * answers; all of it is learned together. `gated` weighs the sides against each other for each product.
 */
export type ProjectedFusion = Exclude<Fusion, 'concatenation' | 'late'>;

/** What decides it: fusion is of no account for what looks at one of the two. */
interface Looks {
	modality: 'photo' | 'title' | 'both';
	fusion: Fusion;
}

/** The fusion of a head, `null` where there is nothing to fuse. */
export function fusionOf({ modality, fusion }: Looks): Fusion | null {
	return modality === 'both' ? fusion : null;
}

export function isProjected(fusion: Fusion | null): fusion is ProjectedFusion {
	return fusion !== null && fusion !== 'concatenation' && fusion !== 'late';
}
