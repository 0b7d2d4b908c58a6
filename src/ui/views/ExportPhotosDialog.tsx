import { Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../domain/field';
import { bytes } from '../quantities';
import { useSaveFile } from '../saveFile';
import { useAisle, useAisleStore } from '../store';
import { JobBar } from '../widgets/JobBar';

interface ExportPhotosDialogProps {
	/** The field to begin with; `null` keeps it closed. */
	start: FieldName | null;
	onClose(): void;
}

/** Takes labelled photos away as a zip, a folder per label. */
export function ExportPhotosDialog({ start, onClose }: ExportPhotosDialogProps) {
	const { t } = useTranslation();
	const running = useAisle(({ jobs }) => jobs.has('photos'));
	return (
		<Modal
			opened={start !== null}
			onClose={onClose}
			title={t('photosOut.title')}
			centered
			closeOnEscape={!running}
			closeOnClickOutside={!running}
			withCloseButton={!running}
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{start !== null && <ExportPhotosBody start={start} onClose={onClose} />}
		</Modal>
	);
}

function ExportPhotosBody({ start, onClose }: { start: FieldName; onClose(): void }) {
	const { t, i18n } = useTranslation();
	const store = useAisleStore();
	const saveFile = useSaveFile();
	const job = useAisle(({ jobs }) => jobs.get('photos'));
	const { labels, products, photos } = useAisle((state) => ({
		labels: state.labels,
		products: state.products,
		photos: state.photos,
	}));
	const [field, setField] = useState(start);
	const sum = useMemo(() => {
		const of = labels.get(field);
		const taken = products.filter(({ id }) => of?.has(id));
		const ids = taken.flatMap((product) => product.photos.map(({ photoId }) => photoId));
		return {
			labels: new Set([...(of?.values() ?? [])].map(({ label }) => label)).size,
			photos: ids.length,
			bytes: ids.reduce((all, id) => all + (photos.get(id)?.bytes ?? 0), 0),
			without: products.length - taken.length,
		};
	}, [labels, field, products, photos]);

	async function save(): Promise<void> {
		const words = field.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
		const name = `aisle-${words || 'photos'}-${new Date().toISOString().slice(0, 10)}.zip`;
		const done = await saveFile(name, (target) => store.getState().exportPhotos(field, target));
		if (done) onClose();
	}

	return (
		<Stack>
			<Select
				label={t('photosOut.field')}
				data={[...labels.keys()]}
				value={field}
				onChange={(value) => value && setField(value)}
				allowDeselect={false}
				disabled={job !== undefined}
				data-autofocus
			/>
			<List aria-live="polite">
				<List.Item>{t('photosOut.folders', { count: sum.labels })}</List.Item>
				<List.Item>
					{t('photosOut.photos', { count: sum.photos, bytes: bytes(i18n.language, sum.bytes) })}
				</List.Item>
				{sum.without > 0 && <List.Item>{t('photosOut.without', { count: sum.without })}</List.Item>}
			</List>
			<Text size="sm" c="dimmed">
				{t('photosOut.table')}
			</Text>
			{job ? (
				<JobBar
					job={job}
					label={t('photosOut.title')}
					cancelHint={t('photosOut.cancelHint')}
					onCancel={() => store.getState().cancel('photos')}
				/>
			) : (
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t('project.cancel')}
					</Button>
					<Button
						leftSection={<IconFileZip size={17} aria-hidden />}
						disabled={sum.photos === 0}
						onClick={() => void save()}
					>
						{t('photosOut.save')}
					</Button>
				</Group>
			)}
		</Stack>
	);
}
