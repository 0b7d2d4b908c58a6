import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { labelBins, labelDepth, productIdsIn } from '../../../maths/labelBins';
import { percent } from '../../quantities';
import { type BarRow, BarRows } from '../../widgets/BarRows';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './CatalogueFigures.module.css';
import { FigureBalance } from './FigureBalance';
import { type FigureData, noLabels } from './figureData';

/** Bars at first, and how many more a press brings: as many as are drawn without a wait. */
const barsAtFirst = 15;
const barsMore = 500;

/** How many products each label has, and whether that is enough to learn from. */
export function FigureLabels({ data, field }: { data: FigureData; field: FieldName | null }) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const { products } = data;
	const labels = (field !== null && data.labels.get(field)) || noLabels;
	const depth = useMemo(() => labelDepth(labels), [labels]);
	const [level, setLevel] = useState<number | null>(null);
	const [most, setMost] = useState(barsAtFirst);
	const [drawing, draw] = useTransition();
	const shownLevel = level !== null && level < depth ? level : null;
	const bins = useMemo(
		() => labelBins(products, labels, { level: shownLevel, most }),
		[products, labels, shownLevel, most],
	);

	if (field === null || labels.size === 0)
		return (
			<Figure title={t('figures.labels.titleNone')}>
				<p className={styles.sentence}>{t('figures.labels.noField')}</p>
			</Figure>
		);

	const named = bins.bins.filter(({ kind }) => kind === 'label').length;
	let rest = 0;
	const rows = bins.bins.map((bin, i): BarRow => {
		const count = bins.counts[i] ?? 0;
		const share = count / products.length;
		if (bin.kind === 'rest') rest = bin.labels;
		const name =
			bin.kind === 'label'
				? bin.label
				: bin.kind === 'rest'
					? t('figures.labels.rest', { count: bin.labels })
					: t('figures.none');
		return {
			key: `${i}`,
			name,
			count,
			share,
			quiet: bin.kind !== 'label',
			describe: t('figures.named', {
				name,
				products: t('figures.products', { count }),
				percent: percent(t, share),
			}),
		};
	});

	return (
		<Figure
			title={t('figures.labels.title', { field })}
			controls={
				depth > 1 && (
					<SegmentedControl
						size="xs"
						aria-label={t('figures.labels.level')}
						value={`${shownLevel ?? depth}`}
						onChange={(value) => draw(() => setLevel(Number(value)))}
						data={Array.from({ length: depth }, (_, i) => ({
							value: `${i + 1}`,
							label:
								i + 1 === depth
									? t('figures.labels.whole')
									: t('figures.labels.levels', { count: i + 1 }),
						}))}
					/>
				)
			}
		>
			<BarRows
				label={t('figures.labels.bars', { field })}
				rows={rows}
				onOpen={({ key, name }) =>
					open({ title: name, productIds: productIdsIn(products, bins, Number(key)), field })
				}
			/>
			{(rest > 0 || most > barsAtFirst) && (
				<div className={styles.row}>
					{rest > 0 && (
						<Button
							size="compact-sm"
							variant="default"
							loading={drawing}
							onClick={() => draw(() => setMost(most + barsMore))}
						>
							{rest <= barsMore
								? t('figures.labels.showAll', { count: named + rest })
								: t('figures.labels.showMore', { count: barsMore })}
						</Button>
					)}
					{most > barsAtFirst && (
						<Button
							size="compact-sm"
							variant="default"
							loading={drawing}
							onClick={() => draw(() => setMost(barsAtFirst))}
						>
							{t('figures.labels.showFewer')}
						</Button>
					)}
				</div>
			)}
			<FigureBalance products={products} labels={labels} field={field} />
		</Figure>
	);
}
