import { Button, Group, List, Loader, Modal, Text, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCounts } from '../../domain/storedCounts';
import { chooseLanguage } from '../language';
import { useNotify } from '../notify';
import { bytes } from '../quantities';
import { useAisle } from '../store';

/** Says to the piece what will be gone, and then does it. */
export function DeleteDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t('delete.title')}
			centered
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{opened && <DeleteBody onClose={onClose} />}
		</Modal>
	);
}

function DeleteBody({ onClose }: { onClose(): void }) {
	const { t, i18n } = useTranslation();
	const notify = useNotify();
	const { clearColorScheme } = useMantineColorScheme({ keepTransitions: true });
	const { storedCounts, deleteEverything, running } = useAisle((state) => ({
		storedCounts: state.storedCounts,
		deleteEverything: state.deleteEverything,
		running: state.jobs.has('import'),
	}));
	const [counts, setCounts] = useState<StoredCounts | null>(null);
	const [deleting, setDeleting] = useState(false);
	useEffect(() => {
		void storedCounts().then(setCounts);
	}, [storedCounts]);

	async function confirm(): Promise<void> {
		setDeleting(true);
		await deleteEverything();
		clearColorScheme();
		await chooseLanguage(null);
		notifications.clean();
		notify({ message: t('delete.done') });
		onClose();
	}

	return (
		<>
			<Text mb="sm">{t('delete.lead')}</Text>
			{counts ? (
				<List spacing={4} mb="md" withPadding>
					<List.Item>{t('delete.products', { count: counts.products })}</List.Item>
					<List.Item>{t('delete.photos', { count: counts.photos })}</List.Item>
					<List.Item>{t('delete.decisions', { count: counts.decisions })}</List.Item>
					{counts.taxonomies > 0 && (
						<List.Item>{t('delete.taxonomies', { count: counts.taxonomies })}</List.Item>
					)}
					{counts.labels > 0 && (
						<List.Item>{t('delete.labels', { count: counts.labels })}</List.Item>
					)}
					{counts.heads > 0 && <List.Item>{t('delete.heads', { count: counts.heads })}</List.Item>}
					<List.Item>{t('delete.settings')}</List.Item>
				</List>
			) : (
				<Group mb="md">
					<Loader size="sm" type="dots" />
					<Text c="dimmed">{t('delete.counting')}</Text>
				</Group>
			)}
			{counts && (
				<Text c="dimmed" size="sm" mb="xs">
					{t('delete.bytes', { bytes: bytes(i18n.language, counts.bytes) })}
				</Text>
			)}
			{running && (
				<Text size="sm" mb="xs">
					{t('delete.running')}
				</Text>
			)}
			<Text size="sm" fw={600} mb="lg">
				{t('delete.warning')}
			</Text>
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose} data-autofocus>
					{t('delete.cancel')}
				</Button>
				<Button color="rust" loading={deleting} disabled={!counts} onClick={() => void confirm()}>
					{t('delete.confirm')}
				</Button>
			</Group>
		</>
	);
}
