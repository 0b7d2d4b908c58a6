import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { targetHead } from '../../../state/fieldTarget';
import { useAisle } from '../../store';
import { Notice } from '../../widgets/Notice';

/** Why Sort sorts into something else than before. */
export function TargetNotice() {
	const { t } = useTranslation();
	const { note, head, dismiss } = useAisle((state) => ({
		note: state.targetNote,
		head: targetHead(state),
		dismiss: state.dismissTargetNote,
	}));
	if (!note) return null;
	const { field, kind } = note;
	const values = { field, name: head?.name ?? '', version: head?.version ?? 0 };
	return (
		<Notice
			icon={<IconSchool size={20} aria-hidden />}
			title={t(`target.${kind}.title`, values)}
			dismiss={{ label: t('target.dismiss'), now: dismiss }}
		>
			<span>{t(`target.${kind}.body`, values)}</span>
		</Notice>
	);
}
