import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PhotoSizeBin, photoSizes } from '../../../maths/photoFigures';
import { bytes, percent } from '../../quantities';
import { type BarRow, BarRows } from '../../widgets/BarRows';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './CatalogueFigures.module.css';
import type { FigureData } from './figureData';

/** Side in pixels of what the photo networks look at: that of the ImageNet networks. */
const networkSide = 224;

/** How large the photos are, and whether that is enough. */
export function FigurePhotos({ data }: { data: FigureData }) {
	const { t, i18n } = useTranslation();
	const open = useOpenProducts();
	const { products, photos } = data;
	const sizes = useMemo(() => photoSizes(products, photos, networkSide), [products, photos]);

	if (sizes.photos === 0)
		return (
			<Figure title={t('figures.sizes.title')}>
				<p className={styles.sentence}>{t('figures.sizes.none')}</p>
			</Figure>
		);

	const nameOf = (bin: PhotoSizeBin): string => {
		if (bin.kind !== 'side') return t(`figures.sizes.${bin.kind}`);
		const { from, below } = bin;
		if (below === null) return t('figures.sizes.from', { from });
		if (from === 0) return t('figures.sizes.below', { below });
		return t('figures.sizes.between', { from, to: below - 1 });
	};
	const rows = sizes.bars.map(({ bin, photos: count }, i): BarRow => {
		const share = count / sizes.photos;
		const name = nameOf(bin);
		const words = { photos: t('figures.photos', { count }), percent: percent(t, share) };
		return {
			key: `${i}`,
			name,
			count,
			share,
			quiet: bin.kind !== 'side',
			describe: t('figures.sizes.named', { name, ...words }),
		};
	});
	const size = (count: number): string => bytes(i18n.language, count);
	const { total, median, largest } = sizes.bytes;

	return (
		<Figure title={t('figures.sizes.title')} lead={t('figures.sizes.lead')}>
			<BarRows
				label={t('figures.sizes.bars')}
				rows={rows}
				onOpen={({ key, name }) =>
					open({
						title: t('figures.sizes.openTitle', { name }),
						productIds: sizes.bars[Number(key)]?.productIds ?? [],
					})
				}
			/>
			<div className={styles.row}>
				<p className={styles.note}>
					{t('figures.sizes.bytes', {
						photos: t('figures.photos', { count: sizes.photos }),
						total: size(total),
						median: size(median),
						largest: size(largest),
					})}
				</p>
				<Button
					size="compact-sm"
					variant="default"
					onClick={() =>
						open({ title: t('figures.sizes.largestTitle'), productIds: sizes.largestIn })
					}
				>
					{t('figures.sizes.largest')}
				</Button>
			</div>
		</Figure>
	);
}
