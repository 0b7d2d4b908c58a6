import type { TFunction } from 'i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Proportion } from '../../../domain/report';
import { percent } from '../../quantities';

/** `category, version 2` */
export function headName(t: TFunction, { name, version }: HeadSummary): string {
	return t('train.headName', { name, version });
}

/** `category · Weighing up · photos` */
export function headSettings(t: TFunction, { field, specification }: HeadSummary): string {
	const { kind, modality } = specification;
	return t('train.headSettings', {
		field,
		kind: t(`train.kinds.${kind}.name`),
		looks: t(`train.modalityInWords.${modality}`),
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
