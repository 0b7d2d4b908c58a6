import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { photoShareFigures } from '../../../maths/photoShareBands';
import { percent } from '../../quantities';
import { BarRows } from '../../widgets/BarRows';
import { Figure } from '../../widgets/Figure';
import styles from './charts.module.css';
import type { ReportAnswers } from './useAnswers';

/** How much the photo counted and how much the title, for heads that weigh the one against the other. */
export function Weighing({ answers }: { answers: ReportAnswers }) {
	const { t } = useTranslation();
	const figures = useMemo(() => photoShareFigures(answers.answers), [answers]);
	if (!figures) return null;
	const { mean, fixed, bands } = figures;
	const rows = bands.map(({ key, from, to, answers: some, right }) => {
		const band = t(`report.weighing.bands.${key}`, { from: percent(t, from), to: percent(t, to) });
		return {
			key,
			name: band,
			count: some.length,
			share: some.length / answers.answers.length,
			describe: t('report.weighing.opens', {
				band,
				count: some.length,
				right: percent(t, right),
			}),
		};
	});
	return (
		<Figure
			title={t('report.weighing.title')}
			lead={t(fixed ? 'report.weighing.leadFixed' : 'report.weighing.lead')}
		>
			{mean !== null && (
				<p className={styles.answer}>
					{t('report.weighing.mean', { photo: percent(t, mean), title: percent(t, 1 - mean) })}
				</p>
			)}
			<BarRows
				label={t('report.weighing.label')}
				rows={rows}
				onOpen={({ key, name }) =>
					answers.open(name, bands.find((band) => band.key === key)?.answers ?? [])
				}
			/>
		</Figure>
	);
}
