import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../store';
import { Notice } from '../widgets/Notice';
import styles from './NewVersion.module.css';

/** Says that there is a new version, and takes it over when asked, but never from under a running job. */
export function NewVersion() {
	const { t } = useTranslation();
	const { there, busy, useNewVersion } = useAisle((state) => ({
		there: state.newVersion !== 'none',
		busy: state.jobs.size > 0,
		useNewVersion: state.useNewVersion,
	}));
	const [later, setLater] = useState(false);
	if (!there || later) return null;
	return (
		<div className={styles.place}>
			<Notice
				icon={<IconSparkles size={20} aria-hidden />}
				title={t('offline.version.title')}
				dismiss={{ label: t('offline.version.later'), now: () => setLater(true) }}
			>
				<span id="new-version">{busy ? t('offline.version.busy') : t('offline.version.body')}</span>
				<div className={styles.row}>
					<Button
						size="compact-md"
						disabled={busy}
						aria-describedby="new-version"
						onClick={() => void useNewVersion()}
					>
						{t('offline.version.use')}
					</Button>
				</div>
			</Notice>
		</div>
	);
}
