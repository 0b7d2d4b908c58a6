import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bytes } from '../quantities';
import { useAisle, useAisleStore } from '../store';
import { JobBar } from '../widgets/JobBar';

interface OpenProjectDialogProps {
	/** A saved project; `null` keeps it closed. */
	file: File | null;
	/** Files that were dropped beside it, and left. */
	others: number;
	onClose(): void;
}

/** Opens a saved project, in place of what is here or beside it. */
export default function OpenProjectDialog({ file, others, onClose }: OpenProjectDialogProps) {
	const { t } = useTranslation();
	const running = useAisle(({ jobs }) => jobs.has('project'));
	return (
		<Modal
			opened={file !== null}
			onClose={onClose}
			title={t('project.openTitle')}
			size="lg"
			closeOnEscape={!running}
			closeOnClickOutside={!running}
			withCloseButton={!running}
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{file && <OpenProjectBody file={file} others={others} onClose={onClose} />}
		</Modal>
	);
}

function OpenProjectBody({
	file,
	others,
	onClose,
}: Omit<OpenProjectDialogProps, 'file'> & { file: File }) {
	const { t, i18n } = useTranslation();
	const store = useAisleStore();
	const job = useAisle(({ jobs }) => jobs.get('project'));
	const count = useAisle(({ products }) => products.length);

	async function open(onto: 'replace' | 'merge'): Promise<void> {
		// Everything on the screens is of what was stored before.
		if (await store.getState().openProject(file, onto)) window.location.reload();
		else if (store.getState().problem) onClose();
	}

	return (
		<Stack>
			<Text style={{ overflowWrap: 'anywhere' }}>
				<strong>{file.name}</strong> · {bytes(i18n.language, file.size)}
			</Text>
			{count > 0 && (
				<>
					<Text>{t('project.mergeBody')}</Text>
					<Text>{t('project.replaceBody', { count })}</Text>
				</>
			)}
			{others > 0 && <Text c="dimmed">{t('project.others', { count: others })}</Text>}
			{job ? (
				<JobBar
					job={job}
					label={t('project.label')}
					cancelHint={t('project.cancelHint')}
					onCancel={() => store.getState().cancel('project')}
				/>
			) : (
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose} data-autofocus={count > 0}>
						{t('project.cancel')}
					</Button>
					{count > 0 ? (
						<>
							<Button color="rust" variant="outline" onClick={() => void open('replace')}>
								{t('project.replace')}
							</Button>
							<Button onClick={() => void open('merge')}>{t('project.merge')}</Button>
						</>
					) : (
						<Button onClick={() => void open('replace')} data-autofocus>
							{t('project.openNow')}
						</Button>
					)}
				</Group>
			)}
		</Stack>
	);
}
