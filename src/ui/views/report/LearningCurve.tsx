import { useTranslation } from 'react-i18next';
import { fusionOf } from '../../../domain/fusion';
import type { HeadSummary } from '../../../domain/head';
import { Figure } from '../../widgets/Figure';
import { Curves } from '../train/Curves';

/** How the head learned, once it is done. */
export function LearningCurve({ head }: { head: HeadSummary }) {
	const { t } = useTranslation();
	const { curve, specification } = head;
	const learned = curve.length > 1;
	const none = fusionOf(specification) === 'late' ? 'report.curve.late' : 'report.curve.none';
	return (
		<Figure title={t('report.curve.title')} lead={t(learned ? 'report.curve.lead' : none)}>
			{learned && <Curves curve={curve} />}
		</Figure>
	);
}
