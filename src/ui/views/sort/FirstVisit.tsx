import { useTranslation } from 'react-i18next';
import { DropProducts } from './DropProducts';
import styles from './FirstVisit.module.css';
import { TaxonomySelect } from './TaxonomySelect';

/** One sentence, one place to drop, one way to try. */
export function FirstVisit() {
	const { t } = useTranslation();
	return (
		<section className={styles.visit}>
			<h1 className={styles.title}>{t('first.title')}</h1>
			<p className={styles.lead}>{t('first.lead')}</p>
			<DropProducts>
				<TaxonomySelect />
			</DropProducts>
		</section>
	);
}
