import { Anchor } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wantsBackup } from '../../../state/selectors';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import { Notice } from '../../widgets/Notice';

/** Said once, when much was done in a browser that does not promise to keep it. */
export function BackupReminder() {
	const { t } = useTranslation();
	const wanted = useAisle(wantsBackup);
	const dismiss = useAisle((state) => state.dismissBackupReminder);
	if (!wanted) return null;
	return (
		<Notice
			icon={<IconDeviceFloppy size={20} aria-hidden />}
			title={t('project.reminder.title')}
			dismiss={{ label: t('project.reminder.dismiss'), now: () => void dismiss() }}
		>
			<span>{t('project.reminder.body')}</span>
			<Anchor href={hrefOf('settings')}>{t('project.reminder.save')}</Anchor>
		</Notice>
	);
}
