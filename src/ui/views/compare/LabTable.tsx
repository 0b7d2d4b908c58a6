import { Button, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison, LabRow } from '../../../maths/labTable';
import { problemWords } from '../../errorMessages';
import { useNotify } from '../../notify';
import { bytes, percent, precisePercent, pValue } from '../../quantities';
import { useAisle } from '../../store';
import { Explained } from '../../widgets/Explained';
import comparison from '../train/HeadComparison.module.css';
import { measuredTimeWords } from '../train/PlanWords';
import styles from './LabTable.module.css';

interface LabTableProps {
	field: string;
	rows: readonly LabRow[];
	names: ReadonlyMap<string, string>;
	baseline: string | null;
	onBaseline(key: string): void;
}

/** Probability of chance alone below which a difference is called one. */
const significant = 0.05;

/** Every strategy with its figures, what it is beside the baseline, and the way into Sort. */
export function LabTable({ field, rows, names, baseline, onBaseline }: LabTableProps) {
	const { t, i18n } = useTranslation();
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className={comparison.scroll} tabIndex={0} aria-label={t('compare.table')}>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{t('compare.strategy')}</th>
						<th scope="col">{t('compare.accuracy')}</th>
						<th scope="col">{t('compare.macroF1')}</th>
						<th scope="col">{t('compare.top3')}</th>
						<th scope="col">{t('compare.seconds')}</th>
						<th scope="col">{t('compare.bytes')}</th>
						<th scope="col">
							{t('compare.against')}{' '}
							<Explained name={t('compare.pName')}>{t('compare.pWords')}</Explained>
						</th>
						<th scope="col">{t('compare.baseline')}</th>
						<th scope="col">{t('compare.use')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => {
						const name = names.get(row.key) ?? '';
						return (
							<tr key={row.key}>
								<th scope="row">
									{name}
									<Done row={row} />
								</th>
								{row.runs.length === 0 ? (
									<td colSpan={8}>
										{row.problems.length === 0 && (
											<span className={styles.quiet}>{t('compare.stillWaiting')}</span>
										)}
									</td>
								) : (
									<>
										<td>
											<strong>{precisePercent(t, row.accuracy.value)}</strong>
											<span className={styles.quiet}>
												{t('compare.interval', {
													low: percent(t, row.accuracy.low),
													high: percent(t, row.accuracy.high),
												})}
											</span>
										</td>
										<td>{precisePercent(t, row.macroF1)}</td>
										<td>{precisePercent(t, row.top3)}</td>
										<td>{measuredTimeWords(t, row.seconds)}</td>
										<td>{bytes(i18n.language, row.bytes)}</td>
										<td className={styles.against}>
											{row.key === baseline
												? t('compare.isBaseline')
												: row.againstBaseline && <Against comparison={row.againstBaseline} />}
										</td>
										<td>
											<Radio
												checked={row.key === baseline}
												aria-label={t('compare.makeBaseline', { strategy: name })}
												onChange={() => onBaseline(row.key)}
											/>
										</td>
										<td>
											<Use field={field} row={row} name={name} />
										</td>
									</>
								)}
							</tr>
						);
					})}
				</tbody>
			</table>
		</section>
	);
}

function Done({ row: { runs, problems } }: { row: LabRow }) {
	const { t } = useTranslation();
	const [problem] = problems;
	return (
		<span className={styles.quiet}>
			{runs.length > 0 && t('compare.seedsDone', { count: runs.length })}
			{problem && t('compare.failed', { reason: problemWords(t, problem).sentence })}
		</span>
	);
}

function Against({ comparison: { difference, mcNemar } }: { comparison: Comparison }) {
	const { t, i18n } = useTranslation();
	const points = (share: number): string =>
		new Intl.NumberFormat(i18n.language, {
			signDisplay: 'exceptZero',
			minimumFractionDigits: 1,
			maximumFractionDigits: 1,
		}).format(100 * share);
	const known = Number.isFinite(difference.low);
	return (
		<>
			<span title={known ? t('compare.pointsIntervalHint') : undefined}>
				{known
					? t('compare.pointsInterval', {
							points: points(difference.mean),
							low: points(difference.low),
							high: points(difference.high),
						})
					: t('compare.points', { points: points(difference.mean) })}
			</span>
			{mcNemar && (
				<span className={styles.quiet}>
					{t(mcNemar.pValue < significant ? 'compare.real' : 'compare.chance', {
						p: pValue(i18n.language, mcNemar.pValue),
					})}
				</span>
			)}
		</>
	);
}

/** The head of the first seed: the others differ by chance. */
function Use({ field, row, name }: { field: string; row: LabRow; name: string }) {
	const { t } = useTranslation();
	const notify = useNotify();
	const { activeHeads, activate, running } = useAisle((state) => ({
		activeHeads: state.activeHeads,
		activate: state.activateLabRun,
		running: state.jobs.has('lab'),
	}));
	const [first] = row.runs;
	if (!first) return null;
	if (row.runs.some(({ result }) => result.head.id === activeHeads[field]))
		return <span className={styles.used}>{t('compare.inUse')}</span>;
	return (
		<Button
			size="compact-sm"
			variant="default"
			disabled={running}
			aria-label={t('compare.useThis', { strategy: name })}
			onClick={() =>
				void activate(first.id).then(() =>
					notify({ message: t('compare.used', { strategy: name, field }) }),
				)
			}
		>
			{t('compare.useHead')}
		</Button>
	);
}
