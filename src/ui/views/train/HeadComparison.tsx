import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../domain/head';
import type { Report } from '../../../domain/report';
import { differingSettings, pairedReports } from '../../../maths/headComparison';
import { bytes, percent, pValue } from '../../quantities';
import styles from './HeadComparison.module.css';
import { headName, heldOutWords, intervalWords, settingWords } from './headWords';
import { timeWords } from './PlanWords';
import screen from './TrainScreen.module.css';
import { useNetworkNames } from './useNetworkNames';

interface HeadComparisonProps {
	heads: readonly HeadSummary[];
	reports: ReadonlyMap<string, Report>;
}

/** Probability of chance alone below which a difference is called one. */
const significant = 0.05;

/** Figures side by side, settings that differ, and whether the difference is more than chance. */
export function HeadComparison({ heads, reports }: HeadComparisonProps) {
	const { t, i18n } = useTranslation();
	const networkName = useNetworkNames();
	const settings = differingSettings(heads.map(({ specification }) => specification));
	const reported = (of: (report: Report) => string) => (head: HeadSummary) => {
		const report = reports.get(head.id);
		return report ? of(report) : t('train.none');
	};
	const rows: { name: string; value(head: HeadSummary): string }[] = [
		{ name: t('train.rows.heldOut'), value: (head) => heldOutWords(t, head) },
		{
			name: t('train.rows.test'),
			value: reported(
				({ test }) => `${percent(t, test.accuracy.value)} (${intervalWords(t, test.accuracy)})`,
			),
		},
		{ name: t('train.rows.macroF1'), value: reported(({ test }) => percent(t, test.macroF1)) },
		{ name: t('train.rows.top3'), value: reported(({ test }) => percent(t, test.top3)) },
		{ name: t('train.rows.ece'), value: reported(({ test }) => percent(t, test.ece.after)) },
		{
			name: t('train.rows.coverage'),
			value: reported(({ operatingPoints }) => {
				const point = operatingPoints.find(({ wantedAccuracy }) => wantedAccuracy === 0.99);
				return point?.threshold == null ? t('train.none') : percent(t, point.coverage);
			}),
		},
		{
			name: t('train.rows.products'),
			value: ({ products }) => products.toLocaleString(i18n.language),
		},
		{ name: t('train.rows.seconds'), value: ({ seconds }) => timeWords(t, seconds) },
		{ name: t('train.rows.bytes'), value: (head) => bytes(i18n.language, head.bytes) },
	];
	return (
		<section className={screen.card}>
			<h2 className={screen.heading}>{t('train.compare')}</h2>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
			<section className={styles.scroll} tabIndex={0} aria-label={t('train.compare')}>
				<table className={styles.table}>
					<thead>
						<tr>
							<td />
							{heads.map((head) => (
								<th key={head.id} scope="col">
									{headName(t, head)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ name, value }) => (
							<tr key={name}>
								<th scope="row">{name}</th>
								{heads.map((head) => (
									<td key={head.id}>{value(head)}</td>
								))}
							</tr>
						))}
						{settings.length > 0 && (
							<tr>
								<th scope="colgroup" colSpan={heads.length + 1} className={styles.part}>
									{t('train.settingsDiffer')}
								</th>
							</tr>
						)}
						{settings.map((name) => (
							<tr key={name}>
								<th scope="row">{t(`train.settings.${name}`)}</th>
								{heads.map((head) => (
									<td key={head.id}>
										{settingWords(t, i18n.language, head.specification, name, networkName)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<Differences heads={heads} reports={reports} />
		</section>
	);
}

/** Each against the one that is best on held-out products. */
function Differences({ heads, reports }: HeadComparisonProps) {
	const { t, i18n } = useTranslation();
	const [best, ...others] = [...heads].sort(
		(a, b) => heldOut(b) - heldOut(a) || b.createdAt - a.createdAt,
	);
	if (!best) return null;
	return (
		<ul className={styles.differences}>
			{others.map((other) => (
				<li key={other.id}>{words(best, other)}</li>
			))}
		</ul>
	);

	function words(first: HeadSummary, second: HeadSummary): string {
		const reported = [reports.get(first.id), reports.get(second.id)] as const;
		const names = { first: headName(t, first), second: headName(t, second) };
		const paired = reported[0] && reported[1] && pairedReports(reported[0], reported[1]);
		if (!paired) return t('train.paired.other', names);
		const p = pValue(i18n.language, paired.pValue);
		if (paired.pValue >= significant)
			return t('train.paired.chance', { ...names, count: paired.count, p });
		const [better, worse] =
			paired.onlyFirst > paired.onlySecond
				? [names.first, names.second]
				: [names.second, names.first];
		return t('train.paired.real', { better, worse, count: paired.count, p });
	}
}

function heldOut({ heldOut }: HeadSummary): number {
	return heldOut.rows === 0 ? -1 : heldOut.accuracy;
}
