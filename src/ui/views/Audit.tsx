import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hrefOf, useRoute } from '../routes';
import styles from './audit/Audit.module.css';
import { Duplicates } from './audit/Duplicates';
import { Misfiled } from './audit/Misfiled';
import { Suspicious } from './audit/Suspicious';
import screen from './train/TrainScreen.module.css';

const parts = ['misfiled', 'suspicious', 'duplicates'] as const;

/** Finding what is wrong with the catalogue. */
export default function Audit() {
	const { t } = useTranslation();
	const { part } = useRoute();
	const shown = parts.find((each) => each === part) ?? 'misfiled';
	return (
		<main id="main" tabIndex={-1} className={screen.page}>
			<h1 className={screen.title}>{t('audit.title')}</h1>
			<SegmentedControl
				className={styles.parts ?? ''}
				aria-label={t('audit.parts')}
				value={shown}
				data={parts.map((value) => ({ value, label: t(`audit.part.${value}`) }))}
				onChange={(value) => {
					window.location.hash = hrefOf('audit', value);
				}}
			/>
			{shown === 'misfiled' && <Misfiled />}
			{shown === 'suspicious' && <Suspicious />}
			{shown === 'duplicates' && <Duplicates />}
		</main>
	);
}
