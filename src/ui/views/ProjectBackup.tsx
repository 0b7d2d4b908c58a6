import { Button, FileButton, Group } from '@mantine/core';
import { IconDeviceFloppy, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveFile } from '../saveFile';
import { useAisle, useAisleStore } from '../store';
import { JobBar } from '../widgets/JobBar';
import OpenProjectDialog from './OpenProjectDialog';
import styles from './Settings.module.css';

const when = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** Everything in one file, out and in. */
export function ProjectBackup() {
	const { t, i18n } = useTranslation();
	const saveFile = useSaveFile();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('project'));
	const count = useAisle(({ products }) => products.length);
	const [waiting, setWaiting] = useState<File | null>(null);
	const forget = useRef<() => void>(null);
	const { kept, savedAt, askToKeep } = useAisle((state) => ({
		kept: state.kept,
		savedAt: state.backup.savedAt,
		askToKeep: state.askToKeep,
	}));
	// Browsers change their minds: a site that is visited often is trusted more.
	useEffect(() => {
		if (count > 0) void askToKeep();
	}, [count, askToKeep]);

	async function save(): Promise<void> {
		const name = `aisle-${new Date().toISOString().slice(0, 10)}.aisle`;
		await saveFile(name, (target) => store.getState().saveProject(target));
	}

	function leave(): void {
		setWaiting(null);
		// Else choosing the same file again would change nothing.
		forget.current?.();
	}

	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{t('project.title')}</h2>
			<p className={styles.lead}>{t('project.lead')}</p>
			{kept !== null && (
				<p className={styles.lead}>{t(kept ? 'project.kept' : 'project.notKept')}</p>
			)}
			{savedAt !== null && (
				<p className={styles.lead}>
					{t('project.savedAt', { date: new Date(savedAt).toLocaleString(i18n.language, when) })}
				</p>
			)}
			{job && waiting === null ? (
				<JobBar
					job={job}
					label={t('project.label')}
					cancelHint={t('photosOut.cancelHint')}
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
					<FileButton resetRef={forget} accept=".aisle" onChange={setWaiting}>
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
			<OpenProjectDialog file={waiting} others={0} onClose={leave} />
		</section>
	);
}
