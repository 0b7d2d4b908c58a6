import { IconAlignLeft, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Evidence, Suggestion } from '../../domain/suggestion';
import { percent } from '../quantities';
import styles from './EvidenceMark.module.css';

interface EvidenceMarkProps {
	evidence: Exclude<Evidence, 'none'>;
	/** The suggestion it is about. */
	best: Suggestion | null;
	/** Whether a trained head answered, which may look at less than there is. */
	trained: boolean;
	/** How much the photo counted, 0–1; `null` for what does not weigh it against the title. */
	photoShare: number | null;
	tabIndex: number;
}

const trainedTips = { photo: 'headPhotoOnly', title: 'headTitleOnly', both: 'headBoth' } as const;

/**
 * What the suggestions rest on; under the pointer, a finger or the focus, what photo and title each say alone.
 * The tip is plain CSS: a tooltip component on every card would be felt while scrolling.
 */
export function EvidenceMark(props: EvidenceMarkProps) {
	const { evidence, best, trained, photoShare, tabIndex } = props;
	const { t } = useTranslation();
	const word = t(`evidence.${evidence}`);
	const tips = trained
		? evidence === 'both' && photoShare !== null
			? [
					t('evidence.headWeighs', {
						photo: percent(t, photoShare),
						title: percent(t, 1 - photoShare),
					}),
				]
			: [t(`evidence.${trainedTips[evidence]}`)]
		: evidence === 'both'
			? [
					best?.photo == null ? '' : t('evidence.photoAlone', { percent: percent(t, best.photo) }),
					best?.title == null ? '' : t('evidence.titleAlone', { percent: percent(t, best.title) }),
				].filter(Boolean)
			: [t(evidence === 'photo' ? 'evidence.photoOnly' : 'evidence.titleOnly')];
	return (
		<button
			type="button"
			className={styles.mark}
			tabIndex={tabIndex}
			aria-label={[word, ...tips].join('. ')}
		>
			{evidence !== 'title' && <IconPhoto size={15} aria-hidden />}
			{evidence !== 'photo' && <IconAlignLeft size={15} aria-hidden />}
			{word}
			{tips.length > 0 && (
				<span className={styles.tip} aria-hidden>
					{tips.join('\n')}
				</span>
			)}
		</button>
	);
}
