import { carryings } from '../domain/carried';
import { type Fusion, fusionOf, isProjected } from '../domain/fusion';
import {
	defaultSpecification,
	type HeadKind,
	type HeadSpecification,
	isDeep,
	type Modality,
	withFusion,
} from '../domain/head';
import type { TextFeatures } from '../domain/textFeatures';

/**
 * How a photo network learns along: not at all; its last stages, from the first step on; the same after the head has
 * learned alone, at a tenth of its rate; the same, pulled back to its first weights (L2-SP); all of it, from nothing.
 */
export const tunings = ['frozen', 'partly', 'gradual', 'anchored', 'scratch'] as const;
export type Tuning = (typeof tunings)[number];

const { towerRate, headFirst, startDecay } = defaultSpecification;

/** What each sets, and nothing that it does not look at. */
const tuned: Record<Tuning, Partial<HeadSpecification>> = {
	frozen: {},
	partly: { photoDepth: 'partly', towerRate, headFirst: 0, startDecay: 0 },
	gradual: { photoDepth: 'partly', towerRate, headFirst, startDecay: 0 },
	anchored: { photoDepth: 'partly', towerRate, headFirst, startDecay },
	scratch: { photoDepth: 'scratch', tuningEpochs: 30 },
};

/** The way of learning along that a specification has. */
export function tuningOf({ photoDepth, headFirst, startDecay }: HeadSpecification): Tuning {
	if (photoDepth !== 'partly') return photoDepth;
	if (startDecay > 0) return 'anchored';
	return headFirst > 0 ? 'gradual' : 'partly';
}

/** What the lab is to try: everything that makes sense of these, each with each. */
export interface StrategyChoice {
	modalities: readonly Modality[];
	/** Each by itself. */
	backbones: readonly string[];
	/** How photo networks learn along. */
	tunings: readonly Tuning[];
	textFeatures: readonly TextFeatures[];
	fusions: readonly Fusion[];
	kinds: readonly HeadKind[];
	/** A head to carry over, each way, beside beginning afresh: for strategies that look at the same. */
	source: { headId: string; looks: Pick<HeadSpecification, 'modality' | 'backbones'> } | null;
}

/** The strategies of a choice, under the first seed. What makes no difference to a head is not tried twice. */
export function strategiesOf(field: string, choice: StrategyChoice): HeadSpecification[] {
	const { modalities, backbones, tunings, textFeatures, fusions, kinds, source } = choice;
	const plain = { ...defaultSpecification, field };
	const found: HeadSpecification[] = [];
	const add = (specification: HeadSpecification): void => {
		const key = strategyKey(specification);
		if (!found.some((other) => strategyKey(other) === key)) found.push(specification);
	};
	for (const modality of modalities)
		for (const network of modality === 'title' ? [null] : backbones)
			for (const tuning of modality === 'title' ? (['frozen'] as const) : tunings)
				for (const text of modality === 'photo' ? (['bert'] as const) : textFeatures)
					for (const fusion of modality === 'both' ? fusions : (['concatenation'] as const))
						for (const kind of isProjected(fusion) ? (['softmax'] as const) : kinds)
							add({
								...withFusion(plain, fusion),
								...tuned[tuning],
								modality,
								backbones: network === null ? [] : [network],
								textFeatures: text,
								kind,
							});
	return source ? found.flatMap((each) => [each, ...carriedFrom(source, each)]) : found;
}

/** The strategy with a head carried over, where it can be. */
function carriedFrom(
	{ headId, looks }: NonNullable<StrategyChoice['source']>,
	strategy: HeadSpecification,
): HeadSpecification[] {
	const same =
		canCarry(strategy) &&
		strategy.modality === looks.modality &&
		strategy.backbones.join() === looks.backbones.join();
	return same ? carryings.map((by) => ({ ...strategy, carried: { headId, by } })) : [];
}

/** Whether a head of this kind can make use of another one, and be made use of: a single layer over stored embeddings. */
export function canCarry(specification: HeadSpecification): boolean {
	const { kind, modality, textFeatures } = specification;
	const fusion = fusionOf(specification);
	return (
		kind === 'softmax' &&
		!isDeep(specification) &&
		(modality === 'photo' || textFeatures === 'bert') &&
		(fusion === null || fusion === 'concatenation')
	);
}

/** The same for runs of one strategy, whatever their seed; runs from before a setting had what is its default now. */
export function strategyKey({ seed: _, ...strategy }: HeadSpecification): string {
	return JSON.stringify({ ...defaultSpecification, ...strategy, seed: 0 });
}
