import type { TFunction } from 'i18next';
import { fusionOf, isProjected } from '../../../domain/fusion';
import type { HeadSpecification } from '../../../domain/head';
import { tuningOf } from '../../../maths/strategies';

/** `MobileNetV2, titles by meaning · Weighed product by product` */
export function strategyWords(
	t: TFunction,
	specification: HeadSpecification,
	networkName: (id: string) => string,
): string {
	const { carried } = specification;
	if (carried) {
		const strategy = strategyWords(t, { ...specification, carried: null }, networkName);
		return t('transfer.strategy', { strategy, way: t(`transfer.ways.${carried.by}.name`) });
	}
	const { backbones, textFeatures, modality } = specification;
	const fusion = fusionOf(specification);
	const network = t(`compare.tuned.${tuningOf(specification)}`, {
		network: networkName(backbones[0] ?? ''),
	});
	const kind = t(`train.kinds.${specification.kind}.name`);
	const text = t(`compare.text.${textFeatures}`);
	if (fusion === null)
		return modality === 'photo'
			? t('compare.ofPhoto', { network, kind })
			: t('compare.ofTitle', { text, kind });
	const words = { network, text, kind, fusion: t(`train.fusions.${fusion}.name`) };
	return isProjected(fusion) ? t('compare.ofBothProjected', words) : t('compare.ofBoth', words);
}
