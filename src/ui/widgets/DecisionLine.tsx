import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../domain/suggestion';
import type { Taxonomy } from '../../domain/taxonomy';
import { percent } from '../quantities';
import { CategoryName } from './CategoryName';
import styles from './DecisionLine.module.css';

interface DecisionLineProps {
	decision: { by: Decision['by']; probability: number | null; category: number | null };
	taxonomy: Taxonomy | null;
}

/** What was settled on, and by whom. */
export function DecisionLine({ decision, taxonomy }: DecisionLineProps) {
	const { t } = useTranslation();
	const { category, probability } = decision;
	const by = t(`card.by.${decision.by}`);
	return (
		<div className={styles.decision}>
			<IconCircleCheckFilled size={20} className={styles.icon} aria-hidden />
			<div>
				{taxonomy && category !== null ? (
					<CategoryName taxonomy={taxonomy} category={category} />
				) : (
					t('card.unknownCategory')
				)}
				<span className={styles.by}>
					{probability === null ? by : t('card.byWith', { by, percent: percent(t, probability) })}
				</span>
			</div>
		</div>
	);
}
