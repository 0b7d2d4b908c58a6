import { ScatterChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { LabRow } from '../../../maths/labTable';
import { list, precisePercent } from '../../quantities';
import { Figure } from '../../widgets/Figure';
import { measuredTimeWords } from '../train/PlanWords';

interface LabPictureProps {
	rows: readonly LabRow[];
	names: ReadonlyMap<string, string>;
}

/** Is the slower one worth it? */
export function LabPicture({ rows, names }: LabPictureProps) {
	const { t } = useTranslation();
	const done = rows.filter(({ runs }) => runs.length > 0);
	if (done.length < 2) return null;
	const name = ({ key }: LabRow): string => names.get(key) ?? '';
	const points = done.map((row) =>
		list(t, [name(row), precisePercent(t, row.accuracy.value), measuredTimeWords(t, row.seconds)]),
	);
	return (
		<Figure title={t('compare.picture')} lead={t('compare.pictureLead')}>
			<div role="img" aria-label={t('compare.pictureAlt', { points: points.join('; ') })}>
				<ScatterChart
					h={300}
					data={done.map((row) => ({
						name: name(row),
						color: 'var(--aisle-accent)',
						data: [{ seconds: row.seconds, accuracy: 100 * row.accuracy.value }],
					}))}
					dataKey={{ x: 'seconds', y: 'accuracy' }}
					labels={{ x: t('compare.seconds'), y: t('compare.accuracy') }}
					xAxisLabel={t('compare.pictureAxis')}
					valueFormatter={{
						x: (seconds) => measuredTimeWords(t, seconds),
						y: (share) => precisePercent(t, share / 100),
					}}
					yAxisProps={{ domain: ['auto', 'auto'] }}
					scatterProps={{ isAnimationActive: false }}
					tooltipProps={{ isAnimationActive: false }}
				/>
			</div>
		</Figure>
	);
}
