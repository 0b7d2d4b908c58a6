import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GuessedLabels } from '../../../domain/head';
import type { Report, WithoutGuesses } from '../../../domain/report';
import { percent, precisePercent } from '../../quantities';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './charts.module.css';

/** Probability of chance alone below which a difference is called one. */
const significant = 0.05;

/** What a head learned from products without a label, and what that changed. */
export function Guessed({ guessed, report }: { guessed: GuessedLabels; report: Report }) {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	const { products, learned, rounds, threshold } = guessed;
	const { withoutGuesses } = report;
	const title = t('report.guessed.title');
	return (
		<Figure title={title}>
			<p className={styles.answer}>
				{learned.length === 0
					? t('report.guessed.none', { count: products })
					: t('report.guessed.learned', {
							count: learned.length,
							products,
							rounds: t('report.guessed.rounds', { count: rounds }),
							threshold: percent(t, threshold ?? 1),
						})}{' '}
				{learned.length > 0 && (
					<Anchor
						component="button"
						type="button"
						onClick={() => openProducts({ title, productIds: learned, field: report.field })}
					>
						{t('report.guessed.open')}
					</Anchor>
				)}
			</p>
			{learned.length > 0 && withoutGuesses && <Changed without={withoutGuesses} report={report} />}
		</Figure>
	);
}

function Changed({ without, report }: { without: WithoutGuesses; report: Report }) {
	const { t, i18n } = useTranslation();
	const { test } = report;
	const { onlyWith, onlyWithout, pValue } = without;
	const verdict = pValue >= significant ? 'chance' : onlyWith > onlyWithout ? 'better' : 'worse';
	return (
		<>
			<p className={styles.answer}>
				{t('report.guessed.changed', {
					count: test.count,
					before: precisePercent(t, without.accuracy.value),
					after: precisePercent(t, test.accuracy.value),
				})}
			</p>
			<p className={styles.small}>
				{t(`report.guessed.${verdict}`, {
					onlyWith,
					onlyWithout,
					p: pValue.toLocaleString(i18n.language, { maximumSignificantDigits: 2 }),
				})}
			</p>
		</>
	);
}
