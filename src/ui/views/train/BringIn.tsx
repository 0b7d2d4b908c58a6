import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAisle, useAisleStore } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import screen from './TrainScreen.module.css';
import { useBringIn } from './useBringIn';

/** The way in for heads that were taken away elsewhere. */
export function BringIn() {
	const { t } = useTranslation();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('head-in'));
	const bringIn = useBringIn();
	if (job)
		return (
			<JobBar
				job={job}
				label={t('headFiles.importing')}
				cancelHint={t('headFiles.importCancelHint')}
				onCancel={() => store.getState().cancel('head-in')}
			/>
		);
	return (
		<>
			<FileButton multiple accept=".zip,.onnx,.json,.bin" onChange={(files) => bringIn(files)}>
				{(props) => (
					<Button
						{...props}
						variant="default"
						leftSection={<IconFileImport size={17} aria-hidden />}
						aria-describedby="bring-in-hint"
					>
						{t('headFiles.bringIn')}
					</Button>
				)}
			</FileButton>
			<p className={`${screen.hint} ${screen.under}`} id="bring-in-hint">
				{t('headFiles.bringInHint')}
			</p>
		</>
	);
}
