import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Modality } from '../../../domain/head';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import screen from '../train/TrainScreen.module.css';
import styles from './Audit.module.css';

const modalities: Modality[] = ['photo', 'title', 'both'];

/** What is to be held against what. */
export function AuditForm() {
	const { t } = useTranslation();
	const { labels, busy, lookForMisfiled } = useAisle((state) => ({
		labels: state.labels,
		busy: state.jobs.has('audit'),
		lookForMisfiled: state.lookForMisfiled,
	}));
	const fields = useMemo(() => [...labels.keys()].sort(), [labels]);
	const [chosen, setField] = useState<string | null>(null);
	const [modality, setModality] = useState<Modality>('both');
	const legend = useId();
	const field = fields.find((each) => each === chosen) ?? fields[0] ?? '';
	return (
		<form
			className={screen.card}
			aria-label={t('audit.form')}
			onSubmit={(event) => {
				event.preventDefault();
				void lookForMisfiled(field, modality);
			}}
		>
			<Select
				label={t('audit.field')}
				data={fields}
				value={field}
				allowDeselect={false}
				disabled={busy}
				onChange={setField}
			/>
			<p id={legend} className={styles.legend}>
				{t('audit.looks')}
			</p>
			<SegmentedControl
				aria-labelledby={legend}
				fullWidth
				value={modality}
				disabled={busy}
				data={modalities.map((value) => ({ value, label: t(`train.modality.${value}`) }))}
				onChange={setModality}
			/>
			<p className={styles.how}>
				{t('audit.how')} <Explained name={t('audit.methodName')}>{t('audit.method')}</Explained>
			</p>
			<Button
				type="submit"
				fullWidth
				size="lg"
				px="xs"
				fz="md"
				loading={busy}
				leftSection={<IconListSearch size={20} aria-hidden />}
			>
				{t('audit.start')}
			</Button>
		</form>
	);
}
