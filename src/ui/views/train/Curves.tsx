import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EpochFigures } from '../../../domain/job';
import { percent } from '../../quantities';
import styles from './Curves.module.css';

/** Loss and accuracy by epoch; the latest figures stand below in words. */
export function Curves({ curve }: { curve: readonly EpochFigures[] }) {
	const { t, i18n } = useTranslation();
	const last = curve.at(-1);
	const figure = (value: number): string =>
		new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 3 }).format(value);
	// What is not held out has no figure; a gap says so.
	const data = curve.map(({ epoch, trainLoss, validationLoss, validationAccuracy }) => ({
		epoch,
		trainLoss,
		validationLoss: known(validationLoss),
		accuracy: known(validationAccuracy),
	}));
	const common = {
		h: 190,
		data,
		dataKey: 'epoch',
		withDots: false,
		// Hidden from screen readers, it must not take the focus; the words below say what it shows.
		accessibilityLayer: false,
		curveType: 'linear',
		// It is redrawn with every epoch: an animation would never end.
		lineProps: { isAnimationActive: false },
		xAxisLabel: t('train.epoch'),
	} as const;
	return (
		<div className={styles.curves}>
			<figure className={styles.figure}>
				<figcaption>{t('train.lossCurve')}</figcaption>
				<LineChart
					{...common}
					aria-hidden
					withLegend
					valueFormatter={figure}
					series={[
						{
							name: 'trainLoss',
							label: t('train.trainLoss'),
							color: 'gray.5',
							strokeDasharray: '5 4',
						},
						{
							name: 'validationLoss',
							label: t('train.validationLoss'),
							color: 'var(--aisle-accent)',
						},
					]}
				/>
			</figure>
			<figure className={styles.figure}>
				<figcaption>{t('train.accuracyCurve')}</figcaption>
				<LineChart
					{...common}
					aria-hidden
					yAxisProps={{ domain: [0, 1] }}
					valueFormatter={(value) => percent(t, value)}
					series={[{ name: 'accuracy', label: t('train.accuracy'), color: 'var(--aisle-accent)' }]}
				/>
			</figure>
			{last && (
				<VisuallyHidden>
					<p>
						{t('train.latest', {
							epoch: last.epoch,
							trainLoss: figure(last.trainLoss),
							validationLoss: orNone(last.validationLoss, figure),
							accuracy: orNone(last.validationAccuracy, (value) => percent(t, value)),
						})}
					</p>
				</VisuallyHidden>
			)}
		</div>
	);

	function orNone(value: number, words: (value: number) => string): string {
		return Number.isFinite(value) ? words(value) : t('train.none');
	}
}

function known(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}
