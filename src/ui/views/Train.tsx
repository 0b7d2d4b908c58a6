import { useTranslation } from 'react-i18next';
import { useRoute } from '../routes';
import Report from './report/Report';
import styles from './Settings.module.css';

export default function Train() {
	const { t } = useTranslation();
	const { part } = useRoute();
	if (part !== null) return <Report headId={part} />;
	return (
		<main id="main" tabIndex={-1} className={styles.page}>
			<h1 className={styles.title}>{t('train.title')}</h1>
		</main>
	);
}
