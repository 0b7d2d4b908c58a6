import { Tooltip } from '@mantine/core';
import { IconAlignLeft, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Evidence, Suggestion } from '../../domain/suggestion';
import { percent } from '../quantities';
import styles from './EvidenceMark.module.css';

interface EvidenceMarkProps {
	evidence: Exclude<Evidence, 'none'>;
	/** The suggestion it is about. */
	best: Suggestion | null;
	tabIndex: number;
}

/** What the suggestions rest on; on asking, what photo and title each say by themselves. */
export function EvidenceMark({ evidence, best, tabIndex }: EvidenceMarkProps) {
	const { t } = useTranslation();
	const alone = [
		best?.photo == null ? null : t('evidence.photoAlone', { percent: percent(t, best.photo) }),
		best?.title == null ? null : t('evidence.titleAlone', { percent: percent(t, best.title) }),
	].filter((sentence) => sentence !== null);
	const words =
		evidence === 'both'
			? alone.join('\n')
			: t(evidence === 'photo' ? 'evidence.photoOnly' : 'evidence.titleOnly');
	return (
		<Tooltip
			label={<span style={{ whiteSpace: 'pre-line' }}>{words}</span>}
			events={{ hover: true, focus: true, touch: true }}
			disabled={words === ''}
		>
			<button type="button" className={styles.mark} tabIndex={tabIndex}>
				{evidence !== 'title' && <IconPhoto size={15} aria-hidden />}
				{evidence !== 'photo' && <IconAlignLeft size={15} aria-hidden />}
				{t(`evidence.${evidence}`)}
			</button>
		</Tooltip>
	);
}
