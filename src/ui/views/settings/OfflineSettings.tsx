import { Button } from '@mantine/core';
import { IconDownload, IconPlug, IconPlugConnected, IconPlugX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../announcer';
import { problemWords } from '../../errorMessages';
import { offlineSummary } from '../../offlineWords';
import { bytes, list } from '../../quantities';
import { useAisle } from '../../store';
import { JobBar } from '../../widgets/JobBar';
import { ProblemList } from '../../widgets/ProblemList';
import settings from '../Settings.module.css';
import { OfflineParts } from './OfflineParts';
import styles from './OfflineSettings.module.css';

const icons = {
	ready: IconPlugConnected,
	damaged: IconPlugX,
	failed: IconPlugX,
	partly: IconPlug,
	starting: IconPlug,
	unsupported: IconPlug,
};

/** What is kept for working without the network, looked at anew whenever this is opened. */
export function OfflineSettings() {
	const { t, i18n } = useTranslation();
	const announce = useAnnounce();
	const { status, problems, job, checkOffline } = useAisle((state) => ({
		status: state.offline,
		problems: state.offlineProblems,
		job: state.jobs.get('offline'),
		checkOffline: state.checkOffline,
	}));
	const cancel = useAisle((state) => state.cancel);
	useEffect(() => {
		void checkOffline();
	}, [checkOffline]);
	const summary = offlineSummary(status);
	const { state } = summary;
	const before = useRef(state);
	useEffect(() => {
		if (before.current !== 'ready' && before.current !== 'starting' && state === 'ready')
			announce(t('offline.done'));
		before.current = state;
	}, [state, announce, t]);

	const Icon = icons[state];
	const size = (count: number): string => bytes(i18n.language, count);
	const failure = status.phase === 'failed' ? problemWords(t, status.problem) : null;
	const partly = t('offline.partly', {
		missing: size(summary.bytes - summary.keptBytes),
		total: size(summary.bytes),
	});
	const titles = {
		ready: t('offline.ready'),
		damaged: partly,
		partly,
		starting: t('offline.starting'),
		unsupported: t('offline.unsupported'),
		failed: t('offline.failed'),
	};
	const bodies = {
		ready: t('offline.readyBody', { bytes: size(summary.bytes) }),
		damaged: t('offline.damaged', {
			count: summary.damaged.length,
			paths: list(t, summary.damaged),
		}),
		partly: t('offline.partlyBody'),
		starting: '',
		unsupported: t('offline.unsupportedBody'),
		failed: failure ? `${failure.sentence} ${failure.remedy}` : '',
	};
	return (
		<section className={settings.section} aria-labelledby="offline-heading">
			<h2 className={settings.heading} id="offline-heading">
				{t('offline.title')}
			</h2>
			<p className={settings.lead}>{t('offline.lead')}</p>
			<div className={styles.status}>
				<span className={styles.icon} data-state={state}>
					<Icon size={22} stroke={1.7} aria-hidden />
				</span>
				<div className={styles.words}>
					<strong>{titles[state]}</strong>
					<p>{bodies[state]}</p>
				</div>
			</div>
			{status.phase === 'checked' && <OfflineParts parts={status.parts} />}
			{problems.length > 0 && (
				<div className={styles.problems} role="alert">
					<ProblemList problems={problems} />
				</div>
			)}
			{job ? (
				<div className={styles.buttons}>
					<JobBar job={job} label={t('offline.job')} onCancel={() => cancel('offline')} />
				</div>
			) : (
				status.phase === 'checked' && (
					<Keep missingBytes={summary.bytes - summary.keptBytes} damaged={state === 'damaged'} />
				)
			)}
		</section>
	);
}

function Keep({ missingBytes, damaged }: { missingBytes: number; damaged: boolean }) {
	const { t, i18n } = useTranslation();
	const { keepForOffline, checkOffline } = useAisle((state) => ({
		keepForOffline: state.keepForOffline,
		checkOffline: state.checkOffline,
	}));
	const [checking, setChecking] = useState(false);
	async function again(): Promise<void> {
		setChecking(true);
		await checkOffline();
		setChecking(false);
	}
	return (
		<div className={styles.buttons}>
			{missingBytes > 0 && (
				<Button
					leftSection={<IconDownload size={17} aria-hidden />}
					onClick={() => void keepForOffline()}
				>
					{damaged ? t('offline.repair') : t('offline.keep')}
				</Button>
			)}
			<Button variant="default" loading={checking} onClick={() => void again()}>
				{t('offline.again')}
			</Button>
			{missingBytes > 0 && (
				<span className={styles.hint}>
					{t('offline.keepHint', { bytes: bytes(i18n.language, missingBytes) })}
				</span>
			)}
		</div>
	);
}
