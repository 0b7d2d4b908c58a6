import { Button, Progress, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProgressStep } from '../../domain/job';
import type { RunningJob } from '../../state/types';
import { bytes, list, timeLeft } from '../quantities';
import styles from './JobBar.module.css';

interface JobBarProps {
	job: RunningJob;
	label: string;
	/** What becomes of it when it is cancelled, where that is not that everything finished stays. */
	cancelHint?: string;
	/** For jobs that can be held. */
	onPause?(): void;
	onResume?(): void;
	onCancel(): void;
}

/** Steps of a few unequal parts, where a rate would only mislead. */
const untimed: ReadonlySet<ProgressStep> = new Set(['load-model', 'check-backend']);

/** How far a job is, how fast, how long still, and the two ways to hold it. */
export function JobBar({ job, label, cancelHint, onPause, onResume, onCancel }: JobBarProps) {
	const { t, i18n } = useTranslation();
	const { step, done, total, files } = job.progress;
	const size = (count: number): string => bytes(i18n.language, count);
	const count =
		total === null
			? t('job.countOpen', { done })
			: files
				? t('job.bytes', { done: size(done), total: size(total) })
				: t('job.count', { done, total });
	const timed = !untimed.has(step) && !job.paused;
	const rate = (each: number): string =>
		files ? t('job.bytesRate', { rate: size(each) }) : t('job.rate', { rate: twoFigures(each) });
	const facts = [
		files ? t('job.files', files) : null,
		job.rate === null || !timed ? null : rate(job.rate),
		job.timeLeft === null || !timed ? null : timeLeft(t, job.timeLeft),
	].filter((fact) => fact !== null);
	return (
		<section className={styles.bar} aria-label={label}>
			<div className={styles.words}>
				<strong>{job.paused ? t('job.paused') : t(`job.steps.${step}`)}</strong>
				<span>{count}</span>
				{facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
			</div>
			<div className={styles.buttons}>
				{job.pausable && (
					<Button
						size="compact-sm"
						variant="default"
						leftSection={
							job.paused ? (
								<IconPlayerPlay size={15} aria-hidden />
							) : (
								<IconPlayerPause size={15} aria-hidden />
							)
						}
						onClick={job.paused ? onResume : onPause}
					>
						{job.paused ? t('job.resume') : t('job.pause')}
					</Button>
				)}
				<Tooltip label={cancelHint ?? t('job.cancelHint')}>
					<Button
						size="compact-sm"
						variant="default"
						leftSection={<IconX size={15} aria-hidden />}
						onClick={onCancel}
					>
						{t('job.cancel')}
					</Button>
				</Tooltip>
			</div>
			<Progress
				className={styles.progress}
				value={total ? (100 * done) / total : 100}
				animated={total === null && !job.paused}
				striped={total === null}
				size={6}
				aria-label={t('named', { name: label, value: list(t, [t(`job.steps.${step}`), count]) })}
			/>
		</section>
	);
}

function twoFigures(rate: number): number {
	return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}
