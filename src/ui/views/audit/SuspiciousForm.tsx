import { Button, Select } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import screen from '../train/TrainScreen.module.css';
import styles from './Audit.module.css';

/** What listings are to be held against. */
export function SuspiciousForm() {
	const { t } = useTranslation();
	const { labels, busy, lookForSuspicious } = useAisle((state) => ({
		labels: state.labels,
		busy: state.jobs.has('suspicious'),
		lookForSuspicious: state.lookForSuspicious,
	}));
	const fields = useMemo(() => [...labels.keys()].sort(), [labels]);
	const [chosen, setField] = useState<string | null | undefined>(undefined);
	const field = chosen === undefined ? (fields[0] ?? null) : chosen;
	return (
		<form
			className={screen.card}
			aria-label={t('suspicious.form')}
			onSubmit={(event) => {
				event.preventDefault();
				void lookForSuspicious(field);
			}}
		>
			{fields.length > 0 && (
				<Select
					label={t('suspicious.field')}
					description={t('suspicious.fieldHint')}
					inputWrapperOrder={['label', 'input', 'description']}
					placeholder={t('suspicious.noField')}
					data={fields}
					value={field}
					clearable
					clearButtonProps={{ 'aria-label': t('suspicious.noField') }}
					disabled={busy}
					onChange={setField}
				/>
			)}
			<p className={styles.how}>
				{t('suspicious.how')}{' '}
				<Explained name={t('suspicious.methodName')}>{t('suspicious.method')}</Explained>
			</p>
			<Button
				type="submit"
				fullWidth
				size="lg"
				px="xs"
				fz="md"
				loading={busy}
				leftSection={<IconZoomQuestion size={20} aria-hidden />}
			>
				{t('suspicious.start')}
			</Button>
		</form>
	);
}
