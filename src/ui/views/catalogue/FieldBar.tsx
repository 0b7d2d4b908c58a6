import { ActionIcon, Button, Menu } from '@mantine/core';
import {
	IconDots,
	IconFileZip,
	IconPencil,
	IconPlus,
	IconTableExport,
	IconTableImport,
	IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { ExportPhotosDialog } from '../ExportPhotosDialog';
import { useLabelling } from '../products/useLabelling';
import { useExportLabels } from '../useExportLabels';
import type { AddFieldStart } from './AddFieldDialog';
import styles from './FieldBar.module.css';
import { RenameFieldDialog } from './RenameFieldDialog';

interface FieldBarProps {
	fields: FieldName[];
	field: FieldName;
	onAdd(start: AddFieldStart): void;
}

/** Which field one looks at, and what can be done to it as a whole. */
export function FieldBar({ fields, field, onAdd }: FieldBarProps) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	const exportLabels = useExportLabels();
	const deleteField = useAisle((state) => state.deleteField);
	const [renaming, setRenaming] = useState(false);
	const [exporting, setExporting] = useState(false);
	return (
		<div className={styles.bar}>
			<nav aria-label={t('labels.fields')} className={styles.fields}>
				{fields.map((each) => (
					<a
						key={each}
						href={hrefOf('catalogue', each)}
						className={styles.field}
						aria-current={each === field ? 'true' : undefined}
					>
						{each}
					</a>
				))}
			</nav>
			<Menu position="bottom-start">
				<Menu.Target>
					<ActionIcon
						id="field-menu"
						variant="subtle"
						size={36}
						aria-label={t('labels.fieldMenu', { field })}
					>
						<IconDots size={18} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item
						leftSection={<IconTableImport size={17} />}
						onClick={() => onAdd({ source: null, field })}
					>
						{t('labels.more')}
					</Menu.Item>
					<Menu.Item leftSection={<IconPencil size={17} />} onClick={() => setRenaming(true)}>
						{t('labels.renameField')}
					</Menu.Item>
					<Menu.Divider />
					<Menu.Item
						leftSection={<IconTableExport size={17} />}
						onClick={() => void exportLabels()}
					>
						{t('labels.exportAll')}
					</Menu.Item>
					<Menu.Item leftSection={<IconFileZip size={17} />} onClick={() => setExporting(true)}>
						{t('labels.exportPhotos')}
					</Menu.Item>
					<Menu.Divider />
					<Menu.Item
						color="rust"
						leftSection={<IconTrash size={17} />}
						onClick={() =>
							void labelling(deleteField(field), t('labels.done.delete-field', { name: field }))
						}
					>
						{t('labels.deleteField')}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
			<Button
				variant="default"
				leftSection={<IconPlus size={17} aria-hidden />}
				onClick={() => onAdd({ source: null, field: null })}
			>
				{t('labels.addField')}
			</Button>
			<ExportPhotosDialog start={exporting ? field : null} onClose={() => setExporting(false)} />
			<RenameFieldDialog
				field={renaming ? field : null}
				fields={fields}
				onClose={() => setRenaming(false)}
				onClosed={() => document.getElementById('field-menu')?.focus()}
			/>
		</div>
	);
}
