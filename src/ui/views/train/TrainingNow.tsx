import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../announcer';
import { percent } from '../../quantities';
import { useAisle, useAisleStore } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { Curves } from './Curves';
import screen from './TrainScreen.module.css';

/** How far the training is, its curves, and the way to stop it. */
export function TrainingNow() {
	const { t } = useTranslation();
	const { job, training, cancel } = useAisle((state) => ({
		job: state.jobs.get('train'),
		training: state.training,
		cancel: state.cancel,
	}));
	useTold(training?.name ?? null);
	if (!training || !job) return null;
	const { kind } = training.specification;
	const remembers = kind === 'knn' || kind === 'prototype';
	return (
		<section className={screen.card}>
			<h2 className={screen.heading}>{t('train.running', { name: training.name })}</h2>
			<JobBar
				job={job}
				label={t('job.label.train')}
				cancelHint={t('train.cancelHint')}
				onCancel={() => cancel('train')}
			/>
			{training.curve.length > 0 ? (
				<Curves curve={training.curve} />
			) : (
				<p className={screen.hint}>{t(remembers ? 'train.noCurveKind' : 'train.noCurve')}</p>
			)}
		</section>
	);
}

/** Start and end are said to those who do not see them. */
function useTold(name: string | null): void {
	const { t } = useTranslation();
	const announce = useAnnounce();
	const store = useAisleStore();
	const before = useRef({ name, headId: store.getState().lastTrainedId });
	useEffect(() => {
		const { name: earlier, headId } = before.current;
		const { lastTrainedId, reports, trainingProblem } = store.getState();
		before.current = { name, headId: lastTrainedId };
		if (name === earlier) return;
		if (name !== null) announce(t('train.started', { name }));
		else if (lastTrainedId === headId) {
			// A failure is announced as such.
			if (!trainingProblem) announce(t('train.stopped'));
		} else {
			const accuracy = reports.get(lastTrainedId ?? '')?.test.accuracy.value;
			announce(
				accuracy === undefined
					? t('train.finishedUntested', { name: earlier ?? '' })
					: t('train.finished', { name: earlier ?? '', accuracy: percent(t, accuracy) }),
			);
		}
	}, [name, announce, store, t]);
}
