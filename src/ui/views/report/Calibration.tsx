import { LineChart } from '@mantine/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../domain/report';
import { type ReliabilityBin, reliabilityBins } from '../../../maths/calibration';
import { percent, precisePercent } from '../../quantities';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import styles from './charts.module.css';
import type { ReportAnswers } from './useAnswers';

/** Whether "80 %" is right eight times in ten. */
export function Calibration({ test, answers }: { test: Evaluation; answers: ReportAnswers }) {
	const { t, i18n } = useTranslation();
	const bins = useMemo(() => {
		const confidence = answers.answers.map(({ probability }) => probability);
		return reliabilityBins(
			confidence,
			answers.answers.map(({ right }) => right),
		);
	}, [answers]);
	const largest = bins.reduce<ReliabilityBin | null>(
		(most, bin) => (most && most.rows.length >= bin.rows.length ? most : bin),
		null,
	);
	const points = [
		{ says: 0, ideal: 0, right: null },
		...bins.map(({ confidence, right }) => ({
			says: confidence * 100,
			ideal: confidence * 100,
			right: right * 100,
		})),
		{ says: 100, ideal: 100, right: null },
	];
	const whole = (share: number) => percent(t, share / 100);
	return (
		<Figure title={t('report.calibration.title')}>
			{largest && (
				<p className={styles.answer}>
					{t('report.calibration.says', {
						says: percent(t, largest.confidence),
						right: percent(t, largest.right),
						count: largest.rows.length,
					})}
				</p>
			)}
			<p className={styles.small}>
				{t('report.calibration.gap', {
					before: precisePercent(t, test.ece.before),
					after: precisePercent(t, test.ece.after),
				})}{' '}
				<Explained name={t('report.calibration.gapName')}>
					{t('report.calibration.gapWords')}
				</Explained>
			</p>
			<div role="img" aria-label={t('report.calibration.chart')} className={styles.chart}>
				<LineChart
					h={260}
					data={points}
					dataKey="says"
					series={[
						{
							name: 'ideal',
							label: t('report.calibration.ideal'),
							color: 'var(--aisle-edge)',
							strokeDasharray: '5 4',
						},
						{ name: 'right', label: t('report.calibration.right'), color: 'var(--aisle-accent)' },
					]}
					curveType="linear"
					withLegend
					accessibilityLayer={false}
					lineProps={({ name }) => ({ isAnimationActive: false, dot: name === 'right' })}
					tooltipProps={{ isAnimationActive: false }}
					xAxisLabel={t('report.calibration.x')}
					xAxisProps={{
						type: 'number',
						domain: [0, 100],
						ticks: [0, 25, 50, 75, 100],
						tickFormatter: whole,
					}}
					yAxisProps={{ domain: [0, 100] }}
					valueFormatter={whole}
				/>
			</div>
			<table className={styles.bins} aria-label={t('report.calibration.bins')}>
				<thead>
					<tr>
						<th scope="col">{t('report.calibration.bin')}</th>
						<th scope="col">{t('report.calibration.binRight')}</th>
						<th scope="col">{t('report.calibration.binCount')}</th>
					</tr>
				</thead>
				<tbody>
					{bins.map(({ rows, confidence, right }) => (
						<tr key={confidence}>
							<th scope="row">{percent(t, confidence)}</th>
							<td>{percent(t, right)}</td>
							<td>
								<button
									type="button"
									className={styles.opens}
									onClick={() =>
										answers.open(
											t('report.calibration.opens', { says: percent(t, confidence) }),
											answers.answers.filter((_, row) => rows.includes(row)),
										)
									}
								>
									{rows.length.toLocaleString(i18n.language)}
								</button>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Figure>
	);
}
