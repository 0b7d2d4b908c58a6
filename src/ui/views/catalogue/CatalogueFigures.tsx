import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { hrefOf } from '../../routes';
import { useAisle } from '../../store';
import styles from './CatalogueFigures.module.css';
import { FigureCrossTable } from './FigureCrossTable';
import { FigureDuplicates } from './FigureDuplicates';
import { FigureLabels } from './FigureLabels';
import { FigurePhotos } from './FigurePhotos';
import { FigureSummary } from './FigureSummary';
import type { FigureData } from './figureData';

/** Everything there is to see of the data before anything is learned from it. */
export function CatalogueFigures({ field }: { field: FieldName | null }) {
	const { t } = useTranslation();
	const now = useAisle(({ products, photos, labels }) => ({ products, photos, labels }));
	// Drawn in slices: neither a click nor an import that goes on waits for the figures.
	const data: FigureData = useDeferredValue(now);
	if (now.products.length === 0)
		return (
			<section className={styles.empty} aria-label={t('figures.empty.title')}>
				<strong>{t('figures.empty.title')}</strong>
				<span>{t('figures.empty.body')}</span>
				<a href={hrefOf('sort')}>{t('figures.empty.go')}</a>
			</section>
		);
	return (
		<div className={styles.figures}>
			<FigureSummary data={data} field={field} />
			<FigureLabels data={data} field={field} key={`labels of ${field}`} />
			<FigureCrossTable data={data} field={field} key={`table of ${field}`} />
			<FigurePhotos data={data} />
			<FigureDuplicates data={data} field={field} />
		</div>
	);
}
