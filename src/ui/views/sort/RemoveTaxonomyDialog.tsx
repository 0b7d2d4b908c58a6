import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RemoveTaxonomyDialogProps {
	/** Of a list of one's own; `null` keeps it closed. */
	name: string | null;
	onClose(): void;
	onRemove(): void;
}

/** Asks before a list of one's own is forgotten. */
export default function RemoveTaxonomyDialog({
	name,
	onClose,
	onRemove,
}: RemoveTaxonomyDialogProps) {
	const { t } = useTranslation();
	return (
		<Modal
			opened={name !== null}
			onClose={onClose}
			title={name !== null && t('taxonomy.removeTitle', { name })}
			centered
			closeButtonProps={{ 'aria-label': t('close') }}
		>
			<Text mb="lg">{t('taxonomy.removeBody')}</Text>
			<Group justify="flex-end">
				<Button variant="default" data-autofocus onClick={onClose}>
					{t('delete.cancel')}
				</Button>
				<Button color="rust" onClick={onRemove}>
					{t('taxonomy.removeConfirm')}
				</Button>
			</Group>
		</Modal>
	);
}
