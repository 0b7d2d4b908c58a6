import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DropProducts } from './DropProducts';
import styles from './FirstVisit.module.css';

/** A list to choose from is more code than all that stands around it. */
const TaxonomySelect = lazy(() => import('./TaxonomySelect'));

/** One sentence, one place to drop, one way to try. */
export function FirstVisit() {
	const { t } = useTranslation();
	return (
		<section className={styles.visit}>
			<h1 className={styles.title}>{t('first.title')}</h1>
			<p className={styles.lead}>{t('first.lead')}</p>
			<DropProducts>
				<Suspense fallback={<div className={styles.select} />}>
					<TaxonomySelect />
				</Suspense>
			</DropProducts>
		</section>
	);
}
