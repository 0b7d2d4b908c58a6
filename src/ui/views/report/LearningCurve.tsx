import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { EpochFigures } from '../../../domain/job';
import { Figure } from '../../widgets/Figure';
import styles from './charts.module.css';

/** Loss while the head learned. */
export function LearningCurve({ curve }: { curve: EpochFigures[] }) {
	const { t, i18n } = useTranslation();
	if (curve.length < 2)
		return (
			<Figure title={t('report.curve.title')} lead={t('report.curve.none')}>
				{null}
			</Figure>
		);
	const points = curve.map(({ epoch, trainLoss, validationLoss }) => ({
		epoch,
		train: known(trainLoss),
		validation: known(validationLoss),
	}));
	return (
		<Figure title={t('report.curve.title')} lead={t('report.curve.lead')}>
			<div role="img" aria-label={t('report.curve.chart')} className={styles.chart}>
				<LineChart
					h={240}
					data={points}
					dataKey="epoch"
					series={[
						{ name: 'train', label: t('report.curve.train'), color: 'var(--aisle-edge)' },
						{
							name: 'validation',
							label: t('report.curve.validation'),
							color: 'var(--aisle-accent)',
						},
					]}
					curveType="linear"
					withDots={false}
					withLegend
					accessibilityLayer={false}
					lineProps={{ isAnimationActive: false }}
					tooltipProps={{ isAnimationActive: false }}
					xAxisLabel={t('report.curve.epoch')}
					valueFormatter={(value) =>
						value.toLocaleString(i18n.language, { maximumFractionDigits: 2 })
					}
				/>
			</div>
		</Figure>
	);
}

/** Without held-out products there is no loss on them. */
function known(loss: number): number | null {
	return Number.isFinite(loss) ? loss : null;
}
