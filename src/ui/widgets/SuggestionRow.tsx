import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../domain/suggestion';
import { categoryPath, type Taxonomy } from '../../domain/taxonomy';
import { percent } from '../quantities';
import { CategoryName } from './CategoryName';
import styles from './SuggestionRow.module.css';

interface SuggestionRowProps {
	suggestion: Suggestion;
	/** 0 is the best. */
	rank: number;
	taxonomy: Taxonomy;
	tabIndex: number;
	onAccept(): void;
}

/** A suggestion to press: the key for it, the category, how likely it is. */
export function SuggestionRow({
	suggestion,
	rank,
	taxonomy,
	tabIndex,
	onAccept,
}: SuggestionRowProps) {
	const { t } = useTranslation();
	const { category, probability } = suggestion;
	const path = categoryPath(taxonomy, category);
	const likely = percent(t, probability);
	return (
		<button
			type="button"
			className={styles.row}
			data-first={rank === 0}
			tabIndex={tabIndex}
			title={path}
			style={{ '--likely': `${probability * 100}%` } as CSSProperties}
			aria-label={t('card.accept', { path, percent: likely })}
			onClick={onAccept}
		>
			<kbd className={styles.key} aria-hidden>
				{rank + 1}
			</kbd>
			<span>
				<span className={styles.likely}>{likely}</span>
				<CategoryName taxonomy={taxonomy} category={category} />
			</span>
		</button>
	);
}
