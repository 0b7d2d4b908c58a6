import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { contradictoryGroups } from '../../../maths/duplicateFigures';
import { useAnnounce } from '../../announcer';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import { JobBar } from '../../widgets/JobBar';
import { Notice } from '../../widgets/Notice';
import styles from './CatalogueFigures.module.css';
import { DuplicateGroupList } from './DuplicateGroupList';
import { type FigureData, noLabels } from './figureData';
import { useDuplicateGroups } from './useDuplicateGroups';

/** Photos up to which the search is quick enough to start by itself. */
const photosUnasked = 3000;

/** Products that show the same thing, and those of them that contradict each other. */
export function FigureDuplicates({ data, field }: { data: FigureData; field: FieldName | null }) {
	const { t } = useTranslation();
	const { products, photos } = data;
	const labels = (field !== null && data.labels.get(field)) || noLabels;
	const { groups, searched, stale, notCompared } = useDuplicateGroups(products);
	const contradictory = useMemo(() => contradictoryGroups(groups, labels), [groups, labels]);
	const { comparing, busy, find, cancel } = useAisle((state) => ({
		comparing: state.jobs.get('compare'),
		busy: state.jobs.has('import') || state.jobs.has('train'),
		find: state.findDuplicates,
		cancel: state.cancel,
	}));
	useUnaskedSearch(!searched && !busy && photos.size > 1 && photos.size <= photosUnasked);
	useSaidWhenDone(comparing !== undefined, searched, groups.length);

	const inGroups = groups.reduce((sum, { productIds }) => sum + productIds.length, 0);
	const words = {
		products: t('figures.products', { count: inGroups }),
		groups: t('figures.duplicates.groups', { count: groups.length }),
	};
	const sentence =
		groups.length > 0
			? t(searched ? 'figures.duplicates.found' : 'figures.duplicates.foundSame', words)
			: t(searched ? 'figures.duplicates.none' : 'figures.duplicates.noneSame');

	return (
		<Figure title={t('figures.duplicates.title')} lead={t('figures.duplicates.lead')}>
			{comparing && (
				<JobBar
					job={comparing}
					label={t('figures.duplicates.job')}
					cancelHint={t('figures.duplicates.cancelHint')}
					onCancel={() => cancel('compare')}
				/>
			)}
			<p className={styles.sentence}>
				{sentence} {stale && !comparing && t('figures.duplicates.stale')}
			</p>
			{notCompared > 0 && (
				<p className={styles.note}>{t('figures.duplicates.notCompared', { count: notCompared })}</p>
			)}
			{!searched && !comparing && photos.size > 1 && (
				<div className={styles.row}>
					{busy ? (
						<p className={styles.note}>{t('figures.duplicates.importing')}</p>
					) : (
						<span>
							<Button size="compact-sm" variant="default" onClick={() => void find()}>
								{t('figures.duplicates.look')}
							</Button>{' '}
							<Explained name={t('figures.duplicates.job')}>
								{t('figures.duplicates.lookHint')}
							</Explained>
						</span>
					)}
				</div>
			)}
			{field !== null && contradictory.length > 0 && (
				<Notice
					icon={<IconCopy size={20} aria-hidden />}
					title={t('figures.duplicates.contradictions', { count: contradictory.length, field })}
				>
					<DuplicateGroupList
						label={t('figures.duplicates.contradictionList', { field })}
						groups={contradictory}
						products={products}
						labels={labels}
						field={field}
					/>
				</Notice>
			)}
			{groups.length > contradictory.length && (
				<DuplicateGroupList
					label={t('figures.duplicates.list')}
					groups={groups.filter((group) => !contradictory.includes(group))}
					products={products}
					labels={labels}
					field={field}
				/>
			)}
		</Figure>
	);
}

/** Starts the search by itself, once for each catalogue: what was cancelled or failed stays so. */
function useUnaskedSearch(wanted: boolean): void {
	const { products, find } = useAisle((state) => ({
		products: state.products,
		find: state.findDuplicates,
	}));
	const tried = useRef<unknown>(null);
	useEffect(() => {
		if (!wanted || tried.current === products) return;
		tried.current = products;
		void find();
	}, [wanted, products, find]);
}

function useSaidWhenDone(running: boolean, searched: boolean, groups: number): void {
	const { t } = useTranslation();
	const announce = useAnnounce();
	const before = useRef(running);
	useEffect(() => {
		if (before.current && !running && searched)
			announce(t('figures.duplicates.done', { count: groups }));
		before.current = running;
	}, [running, searched, groups, announce, t]);
}
