import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../../domain/lab';
import { useAisle } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import screen from '../train/TrainScreen.module.css';

/** How far the lab is; and the way to go on with what an earlier visit left. */
export function LabNow({ field }: { field: string }) {
	const { t } = useTranslation();
	const { job, runs, cancel, continueLab } = useAisle((state) => ({
		job: state.jobs.get('lab'),
		runs: state.labRuns,
		cancel: state.cancel,
		continueLab: state.continueLab,
	}));
	const waiting = runs.filter((run) => run.field === field && isWaiting(run)).length;
	if (job)
		return (
			<section className={screen.card}>
				<h2 className={screen.heading}>{t('compare.running')}</h2>
				<JobBar
					job={job}
					label={t('compare.running')}
					cancelHint={t('compare.cancelHint')}
					onCancel={() => cancel('lab')}
				/>
			</section>
		);
	if (waiting === 0) return null;
	return (
		<section className={screen.card}>
			<p className={screen.hint}>{t('compare.waiting', { count: waiting })}</p>
			<Button variant="light" onClick={() => void continueLab(field)}>
				{t('compare.goOn')}
			</Button>
		</section>
	);
}
