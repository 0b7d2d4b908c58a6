import { fusionOf, isProjected } from '../domain/fusion';
import type { HeadSpecification } from '../domain/head';

/** Multiplications a second that training heads reaches on WASM, as measured on two cores. Rough. */
const speed = 4.6e9;
/** Heads trained side by side: one per fold, one on everything, and the searches, which are shorter. */
const sideBySide = 9;

/**
 * Roughly how long a head trains once everything is embedded, in seconds.
 * @param size products to learn from, width of their rows, labels
 */
export function trainingSeconds(
	specification: Pick<HeadSpecification, 'kind' | 'epochs' | 'hiddenUnits' | 'modality' | 'fusion'>,
	{ products, dimensions, labels }: { products: number; dimensions: number; labels: number },
): number {
	const { epochs, hiddenUnits } = specification;
	const start = 0.5;
	switch (isProjected(fusionOf(specification)) ? 'mlp' : specification.kind) {
		case 'prototype':
			return start + (products * dimensions * labels) / speed;
		case 'knn':
			return start + (products * products * dimensions) / speed;
		case 'mlp':
			// Twice: to find the epoch to stop at, and on everything.
			return start + (2 * products * (dimensions + labels) * hiddenUnits * epochs) / speed;
		default:
			return start + (sideBySide * products * dimensions * labels * epochs) / speed;
	}
}
