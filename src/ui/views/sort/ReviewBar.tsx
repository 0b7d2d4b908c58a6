import { Button, Slider } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldOfTaxonomy } from '../../../domain/field';
import type { ReviewFilter } from '../../../state/types';
import { percent } from '../../quantities';
import { useAisle } from '../../store';
import { statusIcons } from '../../widgets/statusIcons';
import styles from './ReviewBar.module.css';
import { useAcceptAll } from './useAcceptAll';
import type { ReviewLists } from './useReview';

const filters: readonly ReviewFilter[] = ['all', 'unsure', 'sure', 'done', 'failed'];

export function nextFilter(filter: ReviewFilter): ReviewFilter {
	return filters[(filters.indexOf(filter) + 1) % filters.length] ?? 'all';
}

/** Which products show, and what counts as sure. */
export function ReviewBar({ lists }: { lists: ReviewLists }) {
	const { t, i18n } = useTranslation();
	const { filter, counts, threshold, expectedRight } = lists;
	const { setFilter, setThreshold, trained } = useAisle((state) => ({
		trained: fieldOfTaxonomy(state.taxonomyId) !== null,
		setFilter: state.setFilter,
		setThreshold: state.setThreshold,
	}));
	const acceptAll = useAcceptAll();
	const values = { count: counts.sure, percent: percent(t, threshold) };
	const undecided = counts.sure + counts.unsure;
	return (
		<div className={styles.bar}>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings its own box */}
			<div role="group" aria-label={t('filter.label')} className={styles.filters}>
				{filters.map((each) => {
					const Icon = each === 'all' ? null : statusIcons[each];
					return (
						<button
							key={each}
							type="button"
							className={styles.filter}
							data-filter={each}
							aria-pressed={each === filter}
							onClick={() => setFilter(each)}
						>
							{Icon && <Icon size={16} stroke={2} aria-hidden />}
							{t(`filter.${each}`)}
							<span className={styles.count}>{counts[each].toLocaleString(i18n.language)}</span>
						</button>
					);
				})}
			</div>
			<div className={styles.threshold}>
				<span className={styles.label} aria-hidden>
					{t('threshold.label', { percent: values.percent })}
				</span>
				<Slider
					className={styles.slider}
					thumbLabel={t('threshold.slider')}
					value={Math.round(threshold * 100)}
					min={30}
					max={99}
					size="sm"
					inverted
					label={(value) => percent(t, value / 100)}
					onChange={(value) => setThreshold(value / 100)}
				/>
				<Button
					variant="light"
					leftSection={<IconChecks size={17} aria-hidden />}
					disabled={counts.sure === 0}
					onClick={() => void acceptAll(t('threshold.accepted', values))}
				>
					{t('threshold.accept', values)}
				</Button>
				<span className={styles.coverage}>
					{undecided === 0 && counts.waiting > 0
						? t('threshold.waiting', { count: counts.waiting })
						: t('threshold.coverage', { count: undecided, sure: counts.sure })}
					{counts.sure > 0 && (
						<span>{t('threshold.expected', { right: Math.round(expectedRight) })}</span>
					)}
				</span>
				{trained && <p className={styles.noLabels}>{t('target.noLabels')}</p>}
			</div>
		</div>
	);
}
