import '@mantine/charts/styles.layer.css';
import { BarsList, type BarsListBarData } from '@mantine/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../quantities';
import styles from './BarRows.module.css';

export interface BarRow {
	/** Unlike every other row's. */
	key: string;
	name: string;
	count: number;
	/** Of whatever all rows together are, 0–1. */
	share: number;
	/** What opening it is called: "Shirts, 40 products". */
	describe: string;
	/** Stands for what has no name of its own: drawn hatched. */
	quiet?: boolean;
}

interface BarRowsProps {
	label: string;
	rows: readonly BarRow[];
	onOpen(row: BarRow): void;
}

/**
 * Horizontal bars, each of which opens what is behind it. The bars are drawn by the chart library, each
 * inside of a real button with its words, so that the keyboard and a screen reader meet a plain list.
 */
export function BarRows({ label, rows, onOpen }: BarRowsProps) {
	const { t } = useTranslation();
	const bars = useMemo(
		() =>
			new Map<BarsListBarData, BarRow>(rows.map((row) => [{ name: '', value: row.count }, row])),
		[rows],
	);
	return (
		<BarsList
			role="list"
			aria-label={label}
			data={[...bars.keys()]}
			barGap={3}
			valueFormatter={() => ''}
			// The style sheet colours them, by what a row stands for.
			getBarProps={() => ({ style: { backgroundColor: undefined } })}
			classNames={{
				bar: styles.bar ?? '',
				barLabel: styles.fill ?? '',
				barValue: styles.value ?? '',
			}}
			renderBar={(bar, drawn) => {
				const row = bars.get(bar);
				if (!row) return null;
				const words = (
					<>
						<span className={styles.name}>{row.name}</span>
						<span className={styles.count}>{t('figures.count', { count: row.count })}</span>
						<span className={styles.share}>{percent(t, row.share)}</span>
						<span className={styles.track} aria-hidden>
							{drawn}
						</span>
					</>
				);
				return (
					// biome-ignore lint/a11y/useSemanticElements: the library makes its list of <div>.
					<div
						role="listitem"
						className={styles.row}
						data-quiet={row.quiet}
						data-empty={row.count === 0}
					>
						{row.count === 0 ? (
							<div className={styles.words}>{words}</div>
						) : (
							<button
								type="button"
								className={styles.words}
								aria-label={row.describe}
								onClick={() => onOpen(row)}
							>
								{words}
							</button>
						)}
					</div>
				);
			}}
		/>
	);
}
