import type { TFunction } from 'i18next';
import { fusionOf, isProjected } from '../../../domain/fusion';
import type { HeadSpecification, HeadSummary } from '../../../domain/head';
import type { Proportion } from '../../../domain/report';
import { list, percent } from '../../quantities';

/** `category, version 2` */
export function headName(t: TFunction, { name, version }: HeadSummary): string {
	return t('train.headName', { name, version });
}

/** `category · Weighing up · photos` */
export function headSettings(t: TFunction, { field, specification }: HeadSummary): string {
	const { kind, modality } = specification;
	const fusion = fusionOf(specification);
	return t('train.headSettings', {
		field,
		kind: isProjected(fusion) ? t(`train.fusions.${fusion}.name`) : t(`train.kinds.${kind}.name`),
		looks: fusion === 'late' ? t('train.lateInWords') : t(`train.modalityInWords.${modality}`),
	});
}

/** `78 %–89 %` */
export function intervalWords(t: TFunction, { low, high }: Proportion): string {
	return t('train.interval', { low: percent(t, low), high: percent(t, high) });
}

/** Nothing was held out: there is no figure, not a bad one. */
export function heldOutWords(t: TFunction, { heldOut }: HeadSummary): string {
	return heldOut.rows === 0 ? t('train.none') : percent(t, heldOut.accuracy);
}

/** A setting's value in words. @param networkName of a photo network's id */
export function settingWords(
	t: TFunction,
	language: string,
	specification: HeadSpecification,
	name: keyof HeadSpecification,
	networkName: (id: string) => string,
): string {
	const value = specification[name];
	switch (name) {
		case 'kind':
			return t(`train.kinds.${specification.kind}.name`);
		case 'modality':
			return t(`train.modality.${specification.modality}`);
		case 'photoDepth':
			return t(`train.depths.${specification.photoDepth}.name`);
		case 'textFeatures':
			return t(`train.textFeature.${specification.textFeatures}.name`);
		case 'fusion':
			return t(`train.fusions.${specification.fusion}.name`);
		case 'sampling':
			return t(`train.samplings.${specification.sampling}`);
		case 'optimiser':
			return t(`train.optimisers.${specification.optimiser}`);
		case 'backbones':
			return list(t, specification.backbones.map(networkName)) || t('train.none');
		case 'carried':
			return specification.carried
				? t(`transfer.ways.${specification.carried.by}.name`)
				: t('train.none');
		case 'augmentations':
			return (
				list(
					t,
					specification.augmentations.map((each) => t(`train.augmentations.${each}`)),
				) || t('train.none')
			);
		default:
			if (typeof value === 'boolean') return t(value ? 'train.yes' : 'train.no');
			if (value === 'search') return t('train.searched');
			return typeof value === 'number'
				? value.toLocaleString(language, { maximumSignificantDigits: 4 })
				: String(value);
	}
}
