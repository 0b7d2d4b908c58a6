import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobKind } from '../../../state/types';
import { useAnnounce } from '../../announcer';
import { useAisle, useAisleStore } from '../../store';
import { JobBar } from '../../widgets/JobBar';

/** The import that runs. Quick jobs (suggesting anew) show nowhere, a pasted list in its own dialog. */
const kind: JobKind = 'import';

export function JobProgress() {
	const { t } = useTranslation();
	const announce = useAnnounce();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get(kind));
	const actions = useAisle(({ pause, resume, cancel }) => ({ pause, resume, cancel }));
	const running = job !== undefined;
	const before = useRef(running);

	useEffect(() => {
		if (before.current === running) return;
		before.current = running;
		const { products, problem, unfinished } = store.getState();
		if (running) announce(t('job.started'));
		// A failure is announced as such, and what was cancelled is not finished.
		else if (!problem && unfinished.length === 0)
			announce(t('job.finished', { count: products.length }));
	}, [running, announce, store, t]);

	if (!job) return null;
	return (
		<JobBar
			job={job}
			label={t('job.label.import')}
			onPause={() => actions.pause(kind)}
			onResume={() => actions.resume(kind)}
			onCancel={() => actions.cancel(kind)}
		/>
	);
}
