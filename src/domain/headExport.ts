import { type HeadFormat, type HeadSpecification, isDeep } from './head';

/** What a head is taken away as. */
export interface ExportChoice {
	format: HeadFormat;
	/** With its photo networks, so that photos go in; else embeddings do. */
	inside: boolean;
}

/** A file that was loaded again and answered as Aisle does. */
export interface ExportedHead {
	file: Blob;
	name: string;
	/** Products that it was asked about. */
	products: number;
	/** Largest absolute difference between its probabilities and Aisle's. */
	difference: number;
	tolerance: number;
}

/**
 * How far probabilities may differ. The head alone differs by the rounding of its sums; with a network inside, by
 * that of another processor's convolutions, too.
 */
export const exportTolerance = { alone: 1e-4, inside: 1e-3 } as const;

/** Why a format cannot hold a head. */
export type ExportObstacle =
	| 'fused'
	| 'words'
	| 'knn'
	| 'titleInside'
	| 'photosOnly'
	| 'kinds'
	| 'ownNetwork';

/**
 * What a format cannot express exactly: heads whose sides meet late ask of each product what it has; words are cut and
 * counted here, by a vocabulary that is no layer; TF.js has no layer that sorts; the network that reads titles stays here, with
 * the code that cuts them into words; a network that has learned is nowhere but in its head; Teachable Machine shows a photo and nothing else. `null` where all is well.
 */
export function exportObstacle(
	specification: HeadSpecification,
	{ format, inside }: ExportChoice,
): ExportObstacle | null {
	const { kind, modality, fusion, textFeatures } = specification;
	if (modality === 'both' && fusion !== 'concatenation') return 'fused';
	if (modality !== 'photo' && textFeatures !== 'bert') return 'words';
	if (format === 'teachable-machine') {
		if (modality !== 'photo') return 'photosOnly';
		return kind === 'softmax' || kind === 'mlp' ? null : 'kinds';
	}
	if (format === 'tfjs' && kind === 'knn') return 'knn';
	if (!inside && isDeep(specification)) return 'ownNetwork';
	return inside && modality === 'title' ? 'titleInside' : null;
}
