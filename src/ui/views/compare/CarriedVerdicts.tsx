import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabRunSummary } from '../../../domain/lab';
import { carriedOver } from '../../../maths/negativeTransfer';
import { useAisle } from '../../store';
import { headName } from '../train/headWords';
import screen from '../train/TrainScreen.module.css';

/** Whether carrying a head over helps here or hurts, for each way that was tried. */
export function CarriedVerdicts({ runs }: { runs: readonly LabRunSummary[] }) {
	const { t, i18n } = useTranslation();
	const heads = useAisle((state) => state.heads);
	const found = useMemo(() => carriedOver(runs), [runs]);
	if (found.length === 0) return null;
	const points = (share: number): string =>
		(100 * share).toLocaleString(i18n.language, {
			maximumFractionDigits: 1,
			signDisplay: 'exceptZero',
		});
	return (
		<section className={screen.card} aria-label={t('transfer.verdicts')}>
			<h2 className={screen.heading}>{t('transfer.verdicts')}</h2>
			<ul>
				{found.map(({ specification, difference, verdict, count }) => {
					const { headId, by } = specification.carried ?? { headId: '', by: 'start' };
					const head = heads.find(({ id }) => id === headId);
					return (
						<li key={JSON.stringify(specification)}>
							{t(`transfer.verdict.${verdict}`, {
								head: head ? headName(t, head) : t('transfer.gone'),
								way: t(`transfer.ways.${by}.name`),
								count,
								points: points(difference.mean),
								low: points(difference.low),
								high: points(difference.high),
							})}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
