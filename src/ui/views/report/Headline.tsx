import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../domain/report';
import { percent, precisePercent } from '../../quantities';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import { IntervalPicture } from '../../widgets/IntervalPicture';
import styles from './Headline.module.css';

/** The figures that a head is judged by, in words and as a picture. */
export function Headline({ test }: { test: Evaluation }) {
	const { t } = useTranslation();
	const { accuracy, count, baseline, macroF1, top3 } = test;
	const values = {
		percent: precisePercent(t, accuracy.value),
		low: percent(t, accuracy.low),
		high: percent(t, accuracy.high),
	};
	const always = { label: baseline.label, percent: precisePercent(t, baseline.accuracy) };
	return (
		<Figure title={t('report.headline.title')}>
			<div className={styles.headline}>
				<p className={styles.accuracy}>{values.percent}</p>
				<div className={styles.words}>
					<p className={styles.sentence}>
						{t('report.headline.sentence', {
							...values,
							count,
							right: Math.round(accuracy.value * count),
						})}{' '}
						<Explained name={t('report.headline.intervalName')}>
							{t('report.headline.intervalWords')}
						</Explained>
					</p>
				</div>
			</div>
			<IntervalPicture
				proportion={accuracy}
				baseline={baseline.accuracy}
				label={t('report.headline.picture', {
					...values,
					label: baseline.label,
					baseline: always.percent,
				})}
				format={(share) => percent(t, share)}
			/>
			<p className={styles.baseline}>
				{t('report.headline.baseline', always)}{' '}
				<Explained name={t('report.headline.baselineName')}>
					{t('report.headline.baselineWords')}
				</Explained>
			</p>
			<dl className={styles.others}>
				<div>
					<dt>
						{t('report.headline.macroF1')}{' '}
						<Explained name={t('report.headline.macroF1Name')}>
							{t('report.headline.macroF1Words')}
						</Explained>
					</dt>
					<dd>{precisePercent(t, macroF1)}</dd>
				</div>
				<div>
					<dt>
						{t('report.headline.top3')}{' '}
						<Explained name={t('report.headline.top3Name')}>
							{t('report.headline.top3Words')}
						</Explained>
					</dt>
					<dd>{precisePercent(t, top3)}</dd>
				</div>
			</dl>
		</Figure>
	);
}
