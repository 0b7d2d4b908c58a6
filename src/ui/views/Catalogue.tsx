import { useTranslation } from 'react-i18next';
import styles from './Settings.module.css';

export default function Catalogue() {
	const { t } = useTranslation();
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<h1 className={styles.title}>{t('catalogue.title')}</h1>
		</main>
	);
}
