import { Autocomplete, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, labelFrom } from '../../../domain/field';
import { isAtOrBelow, isMerge, type LabelRow } from '../../../maths/labelEdits';
import type { FieldLabels } from '../../../state/types.labels';
import { useAisle } from '../../store';
import { useLabelling } from '../products/useLabelling';

export interface LabelEdit {
	row: LabelRow;
	/** Merging picks one that exists; renaming may end in one. */
	kind: 'rename' | 'merge';
}

interface RenameLabelDialogProps {
	field: FieldName;
	labels: FieldLabels;
	rows: LabelRow[];
	/** `null` keeps it closed. */
	edit: LabelEdit | null;
	/** @param label what it is called now */
	onClose(label: string): void;
}

/** Calls a label something else, or puts its products under another. */
export function RenameLabelDialog({ field, labels, rows, edit, onClose }: RenameLabelDialogProps) {
	const { t } = useTranslation();
	const label = edit?.row.label ?? '';
	return (
		<Modal
			opened={edit !== null}
			onClose={() => onClose(label)}
			returnFocus={false}
			title={t(edit?.kind === 'merge' ? 'labels.rename.mergeTitle' : 'labels.rename.title', {
				label,
			})}
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{edit && (
				<RenameForm field={field} labels={labels} rows={rows} edit={edit} onClose={onClose} />
			)}
		</Modal>
	);
}

function RenameForm({
	field,
	labels,
	rows,
	edit: { row, kind },
	onClose,
}: Omit<RenameLabelDialogProps, 'edit'> & { edit: LabelEdit }) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	const renameLabel = useAisle((state) => state.renameLabel);
	const [typed, setTyped] = useState(kind === 'rename' ? row.label : '');
	const from = row.label;
	const to = labelFrom(typed);
	const others = useMemo(
		() => rows.filter(({ label }) => !isAtOrBelow(label, from)).map(({ label }) => label),
		[rows, from],
	);
	const merges = to !== null && isMerge(labels, from, to);
	const ready = to !== null && to !== from && (kind === 'rename' || others.includes(to));

	function rename(event: React.FormEvent): void {
		event.preventDefault();
		if (!ready) return;
		const done = t(merges ? 'labels.done.merge' : 'labels.done.rename', { name: from, to });
		void labelling(renameLabel(field, from, to), done);
		onClose(to);
	}

	return (
		<form onSubmit={rename}>
			<Stack>
				<Autocomplete
					label={t(kind === 'merge' ? 'labels.rename.into' : 'labels.rename.name')}
					description={t(kind === 'merge' ? 'labels.rename.pick' : 'labels.rename.pathHint')}
					data={others}
					limit={50}
					value={typed}
					onChange={setTyped}
					data-autofocus
				/>
				{merges && (
					<Text size="sm" aria-live="polite">
						{t('labels.rename.merges', { label: to, count: row.products })}
					</Text>
				)}
				<Group justify="flex-end">
					<Button variant="default" onClick={() => onClose(from)}>
						{t('labels.rename.cancel')}
					</Button>
					<Button type="submit" disabled={!ready}>
						{t(merges ? 'labels.rename.mergeConfirm' : 'labels.rename.confirm')}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
