import { type Fusion, isProjected } from '../domain/fusion';
import {
	defaultSpecification,
	type HeadKind,
	type HeadSpecification,
	type Modality,
	withFusion,
} from '../domain/head';
import type { TextFeatures } from '../domain/textFeatures';

/** What the lab is to try: everything that makes sense of these, each with each. */
export interface StrategyChoice {
	modalities: readonly Modality[];
	/** Each by itself. */
	backbones: readonly string[];
	textFeatures: readonly TextFeatures[];
	fusions: readonly Fusion[];
	kinds: readonly HeadKind[];
}

/** The strategies of a choice, under the first seed. What makes no difference to a head is not tried twice. */
export function strategiesOf(field: string, choice: StrategyChoice): HeadSpecification[] {
	const { modalities, backbones, textFeatures, fusions, kinds } = choice;
	const plain = { ...defaultSpecification, field };
	const found: HeadSpecification[] = [];
	const add = (specification: HeadSpecification): void => {
		const key = strategyKey(specification);
		if (!found.some((other) => strategyKey(other) === key)) found.push(specification);
	};
	for (const modality of modalities)
		for (const network of modality === 'title' ? [null] : backbones)
			for (const text of modality === 'photo' ? (['bert'] as const) : textFeatures)
				for (const fusion of modality === 'both' ? fusions : (['concatenation'] as const))
					for (const kind of isProjected(fusion) ? (['softmax'] as const) : kinds)
						add({
							...withFusion(plain, fusion),
							modality,
							backbones: network === null ? [] : [network],
							textFeatures: text,
							kind,
						});
	return found;
}

/** The same for runs of one strategy, whatever their seed. */
export function strategyKey({ seed: _, ...strategy }: HeadSpecification): string {
	return JSON.stringify(strategy);
}
