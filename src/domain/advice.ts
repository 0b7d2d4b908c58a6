import type { HeadSpecification } from './head';

/** How well one way of looking tells the labels apart before anything is learned. */
export interface Nearness {
	source: 'photo' | 'title';
	/** Id of the photo network; `null` for titles. */
	backbone: string | null;
	/** Products that were looked at: a sample, where there are many. */
	products: number;
	/** Share of them whose nearest other product has the same label, 0–1. */
	agreement: number;
	/** The same share if neighbours were drawn at random, 0–1. */
	chance: number;
	/** Agreement with luck taken off: 1 is perfect, 0 no better than luck. */
	nearness: number;
}

/** The four textbook cases: few or many products, near to or far from what the networks know. */
export const adviceCases = ['few-near', 'few-far', 'many-near', 'many-far'] as const;
export type AdviceCase = (typeof adviceCases)[number];

/** What to try first, and why. */
export interface Advice {
	kind: AdviceCase;
	/** Products to learn from that the label in the middle has. */
	perLabel: number;
	/** Every way of looking that could be measured, the nearest first. */
	measured: Nearness[];
	/** The settings that follow from it. */
	settings: Pick<
		HeadSpecification,
		'modality' | 'backbones' | 'photoDepth' | 'stages' | 'textFeatures' | 'kind'
	>;
}
