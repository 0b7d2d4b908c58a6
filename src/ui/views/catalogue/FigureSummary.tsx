import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { missingFigures } from '../../../maths/photoFigures';
import { percent } from '../../quantities';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './FigureSummary.module.css';
import { type FigureData, noLabels } from './figureData';
import { useDuplicateGroups } from './useDuplicateGroups';

interface Tile {
	name: string;
	/** What opens on it is called. */
	title: string;
	productIds: readonly string[];
	/** What lacks it, or else what is to be said. */
	below: readonly (string | { words: string; title: string; productIds: readonly string[] })[];
}

/** The catalogue in five numbers, each with what is missing from it. */
export function FigureSummary({ data, field }: { data: FigureData; field: FieldName | null }) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const { products, photos, labels } = data;
	const missing = useMemo(() => missingFigures(products, photos), [products, photos]);
	const duplicates = useDuplicateGroups(products);
	const fieldLabels = (field !== null && labels.get(field)) || noLabels;
	const ids = useMemo(() => products.map(({ id }) => id), [products]);
	const labelled = useMemo(() => ids.filter((id) => fieldLabels.has(id)), [ids, fieldLabels]);
	const unlabelled = useMemo(() => ids.filter((id) => !fieldLabels.has(id)), [ids, fieldLabels]);

	const ofField = field === null ? {} : { field };

	const without = (title: string, productIds: readonly string[]) =>
		productIds.length === 0
			? t('figures.summary.complete')
			: {
					title,
					productIds,
					words: t('figures.summary.without', {
						count: productIds.length,
						percent: percent(t, productIds.length / ids.length),
					}),
				};

	const inGroups = duplicates.groups.flatMap(({ productIds }) => productIds);
	const tiles: Tile[] = [
		{
			name: t('figures.summary.products'),
			title: t('figures.summary.titles.products'),
			productIds: ids,
			below: [],
		},
		{
			name: t('figures.summary.withPhoto'),
			title: t('figures.summary.titles.withPhoto'),
			productIds: missing.withPhoto,
			below: [
				without(t('figures.summary.titles.withoutPhoto'), missing.withoutPhoto),
				...(missing.unreadablePhoto.length === 0
					? []
					: [
							{
								title: t('figures.summary.titles.unreadable'),
								productIds: missing.unreadablePhoto,
								words: t('figures.summary.unreadable', { count: missing.unreadablePhoto.length }),
							},
						]),
			],
		},
		{
			name: t('figures.summary.withTitle'),
			title: t('figures.summary.titles.withTitle'),
			productIds: missing.withTitle,
			below: [without(t('figures.summary.titles.withoutTitle'), missing.withoutTitle)],
		},
		...(field === null
			? []
			: [
					{
						name: t('figures.summary.labelled', { field }),
						title: t('figures.summary.titles.labelled', { field }),
						productIds: labelled,
						below: [without(t('figures.summary.titles.withoutLabel', { field }), unlabelled)],
					},
				]),
		{
			name: t('figures.summary.duplicates'),
			title: t('figures.summary.titles.duplicates'),
			productIds: inGroups,
			below: [
				t('figures.summary.groups', { count: duplicates.groups.length }),
				...(duplicates.searched ? [] : [t('figures.summary.sameFiles')]),
			],
		},
	];

	return (
		<ul className={styles.strip} aria-label={t('figures.summary.label')}>
			{tiles.map(({ name, title, productIds, below }) => (
				<li key={name} className={styles.tile}>
					{productIds.length === 0 ? (
						<div className={styles.main}>
							<span className={styles.name}>{name}</span>
							<span className={styles.number}>{t('figures.count', { count: 0 })}</span>
						</div>
					) : (
						<button
							type="button"
							className={styles.main}
							onClick={() => open({ title, productIds, ...ofField })}
						>
							<span className={styles.name}>{name}</span>{' '}
							<span className={styles.number}>
								{t('figures.count', { count: productIds.length })}
							</span>
						</button>
					)}
					{below.map((line) =>
						typeof line === 'string' ? (
							<span key={line} className={styles.said}>
								{line}
							</span>
						) : (
							<button
								type="button"
								key={line.title}
								className={styles.link}
								onClick={() => open({ title: line.title, productIds: line.productIds, ...ofField })}
							>
								{line.words}
							</button>
						),
					)}
				</li>
			))}
		</ul>
	);
}
