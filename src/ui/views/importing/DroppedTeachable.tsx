import { useTranslation } from 'react-i18next';
import type { TeachableSummary } from '../../../domain/drop';
import { list } from '../../quantities';
import styles from './DropDialog.module.css';

/** The classes of a Teachable Machine project and how many samples each has. */
export function DroppedTeachable({ project }: { project: TeachableSummary }) {
	const { t } = useTranslation();
	const { path, photos, classes } = project;
	const name = path.split('/').at(-1) ?? path;
	return (
		<section className={styles.part} aria-label={name}>
			<h3 className={styles.name}>{name}</h3>
			<p className={styles.facts}>
				<strong>{t('drop.teachable')}</strong> · {t('drop.classes', { count: classes.length })} ·{' '}
				{t('drop.samples', { count: photos })}
			</p>
			<p>
				{list(
					t,
					classes.map(({ name: label, photos: count }) => t('drop.class', { name: label, count })),
				)}
			</p>
			<p className={styles.small}>{t('drop.teachableHint')}</p>
		</section>
	);
}
