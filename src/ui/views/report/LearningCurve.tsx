import { useTranslation } from 'react-i18next';
import { fusionOf } from '../../../domain/fusion';
import type { HeadSummary } from '../../../domain/head';
import { Figure } from '../../widgets/Figure';
import { Curves } from '../train/Curves';

/** How the head learned, once it is done. */
export function LearningCurve({ head }: { head: HeadSummary }) {
	const { t, i18n } = useTranslation();
	const { curve, specification } = head;
	const learned = curve.length > 1;
	const none = fusionOf(specification) === 'late' ? 'report.curve.late' : 'report.curve.none';
	return (
		<Figure title={t('report.curve.title')} lead={t(learned ? 'report.curve.lead' : none)}>
			{learned && <Curves curve={curve} />}
			{head.tuned.map(
				({ curve, epoch, photos, heldOut, difference }, index) =>
					curve.length > 1 && (
						<div key={index}>
							<p>
								{t(epoch === 0 ? 'report.curve.unchanged' : 'report.curve.network', {
									epoch,
									epochs: curve.length,
									photos,
									heldOut,
								})}{' '}
								{difference !== null &&
									t('report.curve.difference', {
										difference: difference.toLocaleString(i18n.language, {
											maximumSignificantDigits: 2,
										}),
									})}
							</p>
							<Curves curve={curve} />
						</div>
					),
			)}
		</Figure>
	);
}
