import { fusionOf, isProjected } from '../../../domain/fusion';
import {
	defaultSpecification,
	type HeadKind,
	type HeadSpecification,
	isDeep,
} from '../../../domain/head';
import { defaultShares, type SplitShares } from '../../../domain/split';
import type { TrainingBackend, TrainRequest } from '../../../state/types.training';

/** What the form holds: every setting, whether or not the chosen way of learning uses it. */
export interface TrainDraft {
	specification: HeadSpecification;
	/** Empty: called as its field. */
	name: string;
	/** Whether the spreadsheet's column decides who is tested on, where there is one. */
	useColumn: boolean;
	shares: SplitShares;
	backend: TrainingBackend;
}

/** @param backbone the network that has seen the photos already */
export function newDraft(field: string, backbone: string | undefined): TrainDraft {
	return {
		specification: {
			...defaultSpecification,
			field,
			backbones: backbone === undefined ? defaultSpecification.backbones : [backbone],
		},
		name: '',
		useColumn: true,
		shares: defaultShares,
		backend: 'wasm',
	};
}

/** @param column the column that says train or test; `null` where there is none */
export function requestOf(draft: TrainDraft, column: string | null): TrainRequest {
	const { specification, shares, backend } = draft;
	const titleOnly = specification.modality === 'title';
	return {
		name: draft.name.trim() || specification.field,
		specification: {
			...specification,
			backbones: titleOnly ? [] : specification.backbones,
			augmentations: titleOnly ? [] : specification.augmentations,
		},
		choice:
			column !== null && draft.useColumn
				? { by: 'column', column }
				: { by: 'seed', seed: specification.seed, shares },
		backend,
	};
}

/** A column by the name of `split`, in any spelling, that any product has. */
export function splitColumn(
	products: readonly { attributes: Record<string, string> }[],
): string | null {
	for (const { attributes } of products)
		for (const column of Object.keys(attributes))
			if (column.trim().toLowerCase() === 'split') return column;
	return null;
}

const learned: readonly HeadKind[] = ['softmax', 'mlp', 'one-vs-all', 'svm'];

/** The settings that the chosen way of learning looks at. */
export function usedSettings(specification: HeadSpecification): Set<keyof HeadSpecification> {
	const { kind } = specification;
	const fusion = fusionOf(specification);
	const projected = isProjected(fusion);
	const used = new Set<keyof HeadSpecification>(['folds']);
	if (projected || learned.includes(kind))
		for (const name of [
			'optimiser',
			'learningRate',
			'batchSize',
			'epochs',
			'patience',
			'weightDecay',
		] as const)
			used.add(name);
	if (projected || (fusion === 'concatenation' && learned.includes(kind)))
		used.add('modalityDropout');
	if (isDeep(specification)) {
		used.add('tuningEpochs').add('tuningRate').add('warmUp').add('dropout');
		if (specification.photoDepth === 'partly')
			used.add('stages').add('towerRate').add('headFirst').add('startDecay');
	}
	if (projected || kind === 'mlp') used.add('hiddenUnits').add('dropout');
	if (!projected && kind === 'knn') used.add('neighbours');
	if (fusion === 'concatenation') used.add('titleWeight');
	return used;
}

/** Every setting but the field, in the order in which a person meets them. */
export const settingNames = [
	'modality',
	'backbones',
	'photoDepth',
	'stages',
	'tuningEpochs',
	'tuningRate',
	'towerRate',
	'warmUp',
	'headFirst',
	'startDecay',
	'augmentations',
	'textFeatures',
	'fusion',
	'kind',
	'sampling',
	'optimiser',
	'learningRate',
	'batchSize',
	'epochs',
	'patience',
	'hiddenUnits',
	'dropout',
	'modalityDropout',
	'selfTraining',
	'carried',
	'neighbours',
	'weightDecay',
	'titleWeight',
	'folds',
	'seed',
] as const satisfies (keyof HeadSpecification)[];
