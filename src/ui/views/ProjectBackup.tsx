import { Button, FileButton, Group, Modal, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../download';
import { useNotify } from '../notify';
import { useAisle, useAisleStore } from '../store';
import { JobBar } from '../widgets/JobBar';
import styles from './Settings.module.css';

/** Everything in one file, out and in. */
export function ProjectBackup() {
	const { t } = useTranslation();
	const notify = useNotify();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('project'));
	const count = useAisle(({ products }) => products.length);
	const [waiting, setWaiting] = useState<File | null>(null);
	const kept = useKept(count > 0);

	async function save(): Promise<void> {
		const name = `aisle-${new Date().toISOString().slice(0, 10)}.aisle`;
		const file = await store.getState().saveProject(name);
		if (!file) return;
		download(file, name);
		notify({ message: t('project.saved', { name }) });
	}

	async function open(file: File): Promise<void> {
		setWaiting(null);
		// Everything on the screens is of the old project.
		if (await store.getState().openProject(file)) window.location.reload();
	}

	function choose(file: File | null): void {
		if (file && count > 0) setWaiting(file);
		else if (file) void open(file);
	}

	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('project.title')}</h2>
			<p className={styles.lead}>{t('project.lead')}</p>
			{kept !== null && (
				<p className={styles.lead}>{t(kept ? 'project.kept' : 'project.notKept')}</p>
			)}
			{job ? (
				<JobBar
					job={job}
					label={t('project.label')}
					onPause={() => {}}
					onResume={() => {}}
					onCancel={() => store.getState().cancel('project')}
				/>
			) : (
				<Group>
					<Button
						disabled={count === 0}
						leftSection={<IconDeviceFloppy size={17} aria-hidden />}
						onClick={() => void save()}
					>
						{t('project.save')}
					</Button>
					<FileButton accept=".aisle" onChange={choose}>
						{(props) => (
							<Button
								{...props}
								variant="default"
								leftSection={<IconFolderOpen size={17} aria-hidden />}
							>
								{t('project.open')}
							</Button>
						)}
					</FileButton>
				</Group>
			)}
			<Modal
				opened={waiting !== null}
				onClose={() => setWaiting(null)}
				title={t('project.replaceTitle')}
				centered
				closeButtonProps={{ 'aria-label': t('close') }}
			>
				<Text mb="lg">{t('project.replaceBody', { count })}</Text>
				<Group justify="flex-end">
					<Button variant="default" onClick={() => setWaiting(null)} data-autofocus>
						{t('project.cancel')}
					</Button>
					<Button color="rust" onClick={() => waiting && void open(waiting)}>
						{t('project.replace')}
					</Button>
				</Group>
			</Modal>
		</section>
	);
}

/** Whether the browser keeps what is stored; asked for as soon as there is something to keep. */
function useKept(ask: boolean): boolean | null {
	const askToKeep = useAisle((state) => state.askToKeep);
	const [kept, setKept] = useState<boolean | null>(null);
	useEffect(() => {
		if (ask) void askToKeep().then(setKept);
	}, [ask, askToKeep]);
	return kept;
}
