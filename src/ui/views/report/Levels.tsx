import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../domain/report';
import { precisePercent } from '../../quantities';
import { Figure } from '../../widgets/Figure';
import styles from './Levels.module.css';

/** How often labels that are paths are right down to each of their levels. */
export function Levels({ perLevel }: Pick<Evaluation, 'perLevel'>) {
	const { t } = useTranslation();
	return (
		<Figure title={t('report.levels.title')} lead={t('report.levels.lead')}>
			<dl className={styles.levels}>
				{perLevel.map(({ level, accuracy }) => (
					<div key={level} className={styles.level}>
						<dt>{t('report.levels.level', { level: level + 1 })}</dt>
						<dd>
							<span className={styles.bar} aria-hidden>
								<span style={{ width: `${accuracy * 100}%` }} />
							</span>
							{precisePercent(t, accuracy)}
						</dd>
					</div>
				))}
			</dl>
		</Figure>
	);
}
