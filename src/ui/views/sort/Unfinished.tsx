import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAisle } from '../../store';
import { Notice } from '../../widgets/Notice';

/** Offers to go on with what an earlier visit began. */
export function Unfinished() {
	const { t } = useTranslation();
	const { unfinished, importing, resume, dismiss } = useAisle((state) => ({
		unfinished: state.unfinished,
		importing: state.jobs.has('import'),
		resume: state.resumeUnfinished,
		dismiss: state.dismissUnfinished,
	}));
	if (unfinished.length === 0 || importing) return null;
	const seen = unfinished.reduce((sum, { filesSeen }) => sum + filesSeen, 0);
	const stored = unfinished.reduce((sum, { filesStored }) => sum + filesStored, 0);
	return (
		<Notice icon={<IconHistory size={20} aria-hidden />} title={t('unfinished.title')}>
			<span>{t('unfinished.body', { count: seen, stored })}</span>
			<span style={{ display: 'flex', gap: 8 }}>
				<Button size="compact-sm" onClick={() => void resume()}>
					{t('unfinished.goOn')}
				</Button>
				<Button size="compact-sm" variant="default" onClick={() => void dismiss()}>
					{t('unfinished.leave')}
				</Button>
			</span>
		</Notice>
	);
}
