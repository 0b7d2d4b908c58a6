import { useTranslation } from 'react-i18next';
import type { EpochFigures } from '../../../domain/job';
import { Figure } from '../../widgets/Figure';
import { Curves } from '../train/Curves';

/** How the head learned, once it is done. */
export function LearningCurve({ curve }: { curve: EpochFigures[] }) {
	const { t } = useTranslation();
	const learned = curve.length > 1;
	return (
		<Figure
			title={t('report.curve.title')}
			lead={t(learned ? 'report.curve.lead' : 'report.curve.none')}
		>
			{learned && <Curves curve={curve} />}
		</Figure>
	);
}
