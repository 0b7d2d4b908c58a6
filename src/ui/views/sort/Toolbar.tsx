import { ActionIcon, Button, Menu } from '@mantine/core';
import {
	IconCamera,
	IconDots,
	IconFileExport,
	IconFolder,
	IconKeyboard,
	IconPhoto,
	IconPlayerPlay,
	IconPlus,
	IconSparkles,
	IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOfTaxonomy } from '../../../domain/field';
import { download } from '../../download';
import { useNotify } from '../../notify';
import { useAisle, useAisleStore } from '../../store';
import { FileInputs } from '../../widgets/FileInputs';
import { useAddFiles } from '../AddingFiles';
import { DeleteDialog } from '../DeleteDialog';
import { sampleProducts } from './DropProducts';
import { ExportMenu } from './ExportMenu';
import { ShortcutsDialog } from './ShortcutsDialog';
import TaxonomySelect from './TaxonomySelect';
import styles from './Toolbar.module.css';

/** What is done to the catalogue as a whole. */
export default function Toolbar() {
	const { t } = useTranslation();
	const notify = useNotify();
	const add = useAddFiles();
	const store = useAisleStore();
	const addSample = useAisle((state) => state.addSampleCatalogue);
	const lookAgain = useAisle((state) => state.resumeUnfinished);
	const empty = useAisle(({ products }) => products.length === 0);
	const importing = useAisle(({ jobs }) => jobs.has('import'));
	const [dialog, setDialog] = useState<'delete' | 'shortcuts' | null>(null);
	const close = (): void => setDialog(null);

	async function exportCsv(): Promise<void> {
		const { exportCsv, taxonomyId } = store.getState();
		const day = new Date().toISOString().slice(0, 10);
		const name = `aisle-${fileNameOf(taxonomyId)}-${day}.csv`;
		download(await exportCsv(), name);
		notify({ message: t('toolbar.exported', { name }) });
	}

	return (
		<div className={styles.toolbar}>
			<TaxonomySelect />
			<div className={styles.buttons}>
				<FileInputs onChoose={add}>
					{(pickers) => (
						<Menu position="bottom-start">
							<Menu.Target>
								<Button variant="default" leftSection={<IconPlus size={17} aria-hidden />}>
									{t('toolbar.add')}
								</Button>
							</Menu.Target>
							<Menu.Dropdown>
								<Menu.Item leftSection={<IconPhoto size={17} />} onClick={pickers.files}>
									{t('first.files')}
								</Menu.Item>
								<Menu.Item leftSection={<IconFolder size={17} />} onClick={pickers.folder}>
									{t('first.folder')}
								</Menu.Item>
								<Menu.Item
									className={styles.camera}
									leftSection={<IconCamera size={17} />}
									onClick={pickers.camera}
								>
									{t('first.camera')}
								</Menu.Item>
								<Menu.Item
									leftSection={<IconSparkles size={17} />}
									onClick={() => void addSample()}
								>
									{t('toolbar.sample', { count: sampleProducts })}
								</Menu.Item>
							</Menu.Dropdown>
						</Menu>
					)}
				</FileInputs>
				<Button.Group>
					<Button
						leftSection={<IconFileExport size={17} aria-hidden />}
						disabled={empty}
						onClick={() => void exportCsv()}
					>
						{t('toolbar.export')}
					</Button>
					<ExportMenu disabled={empty} />
				</Button.Group>
				<Menu>
					<Menu.Target>
						<ActionIcon variant="default" size={36} aria-label={t('toolbar.more')}>
							<IconDots size={18} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item
							leftSection={<IconPlayerPlay size={17} />}
							disabled={empty || importing}
							onClick={() => void lookAgain()}
						>
							{t('toolbar.waiting')}
						</Menu.Item>
						<Menu.Item
							leftSection={<IconKeyboard size={17} />}
							onClick={() => setDialog('shortcuts')}
						>
							{t('toolbar.shortcuts')}
						</Menu.Item>
						<Menu.Divider />
						<Menu.Item
							color="rust"
							leftSection={<IconTrash size={17} />}
							onClick={() => setDialog('delete')}
						>
							{t('toolbar.deleteAll')}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</div>
			<DeleteDialog opened={dialog === 'delete'} onClose={close} />
			<ShortcutsDialog opened={dialog === 'shortcuts'} onClose={close} />
		</div>
	);
}

/** What was sorted into, as a part of a file's name. */
function fileNameOf(taxonomyId: string): string {
	const field = fieldOfTaxonomy(taxonomyId);
	if (field === null) return taxonomyId.startsWith('own-') ? 'own-list' : taxonomyId;
	return field.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'field';
}
