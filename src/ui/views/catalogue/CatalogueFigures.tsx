import { useDeferredValue } from 'react';
import type { FieldName } from '../../../domain/field';
import { useAisle } from '../../store';
import styles from './CatalogueFigures.module.css';
import { FigureCrossTable } from './FigureCrossTable';
import { FigureDuplicates } from './FigureDuplicates';
import { FigureGroups } from './FigureGroups';
import { FigureLabels } from './FigureLabels';
import { FigurePhotos } from './FigurePhotos';
import { FigureSummary } from './FigureSummary';
import type { FigureData } from './figureData';

/** Everything there is to see of the data before anything is learned from it. */
export function CatalogueFigures({ field }: { field: FieldName | null }) {
	const now = useAisle(({ products, photos, labels }) => ({ products, photos, labels }));
	// Drawn in slices: neither a click nor an import that goes on waits for the figures.
	const data: FigureData = useDeferredValue(now);
	return (
		<div className={styles.room}>
			<div className={`${styles.figures} ${styles.page}`}>
				<FigureSummary data={data} field={field} />
				<FigureGroups field={field} />
				<FigureLabels data={data} field={field} key={`labels of ${field}`} />
				<div className={styles.figures}>
					<FigurePhotos data={data} />
					<FigureDuplicates data={data} field={field} />
				</div>
				<FigureCrossTable data={data} field={field} key={`table of ${field}`} />
			</div>
		</div>
	);
}
