import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { useLabelling } from '../products/useLabelling';

interface RenameFieldDialogProps {
	/** `null` keeps it closed. */
	field: FieldName | null;
	fields: FieldName[];
	onClose(): void;
	/** After it has left the screen: the time to put the focus back. */
	onClosed(): void;
}

export function RenameFieldDialog({ field, fields, onClose, onClosed }: RenameFieldDialogProps) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={field !== null}
			onClose={onClose}
			onExitTransitionEnd={onClosed}
			returnFocus={false}
			title={t('labels.rename.fieldTitle', { field: field ?? '' })}
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			{field !== null && <RenameForm field={field} fields={fields} onClose={onClose} />}
		</Modal>
	);
}

interface RenameFormProps {
	field: FieldName;
	fields: FieldName[];
	onClose(): void;
}

function RenameForm({ field, fields, onClose }: RenameFormProps) {
	const { t } = useTranslation();
	const labelling = useLabelling();
	const renameField = useAisle((state) => state.renameField);
	const heads = useAisle((state) => state.heads);
	const own = heads.filter((head) => head.field === field).length;
	const [typed, setTyped] = useState(field);
	const to = typed.normalize('NFC').trim();
	const taken = to !== field && (fields.includes(to) || heads.some((head) => head.field === to));

	function rename(event: React.FormEvent): void {
		event.preventDefault();
		onClose();
		window.location.hash = hrefOf('catalogue', to);
		void labelling(renameField(field, to), t('labels.done.rename-field', { name: field, to }));
	}

	return (
		<form onSubmit={rename}>
			<Stack>
				<TextInput
					label={t('labels.rename.name')}
					value={typed}
					maxLength={80}
					data-autofocus
					error={taken && t('labels.rename.fieldExists')}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
				{own > 0 && <Text size="sm">{t('labels.rename.heads', { count: own })}</Text>}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t('labels.rename.cancel')}
					</Button>
					<Button type="submit" disabled={to === '' || to === field || taken}>
						{t('labels.rename.confirm')}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
