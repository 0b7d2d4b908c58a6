import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassFigures } from '../../../domain/report';
import { percent } from '../../quantities';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import styles from './ClassTable.module.css';
import type { ReportAnswers } from './useAnswers';

/** Of fewer products one more mistake moves recall by more than ten points. */
const fewProducts = 10;
const rowHeight = 38;

const columns = ['label', 'precision', 'recall', 'f1', 'support'] as const;
type Column = (typeof columns)[number];

interface Order {
	by: Column;
	descending: boolean;
}

interface ClassTableProps {
	perClass: ClassFigures[];
	answers: ReportAnswers;
}

/** Every label's figures; hundreds of labels are only made where they show. */
export function ClassTable({ perClass, answers }: ClassTableProps) {
	const { t, i18n } = useTranslation();
	const [order, setOrder] = useState<Order>({ by: 'f1', descending: false });
	const rows = useMemo(() => sorted(perClass, order), [perClass, order]);
	const box = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: rows.length,
		estimateSize: () => rowHeight,
		getScrollElement: () => box.current,
		overscan: 8,
		useFlushSync: false,
	});
	const items = virtualizer.getVirtualItems();
	const before = items[0]?.start ?? 0;
	const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
	const small = perClass.filter(({ support }) => support < fewProducts).length;

	function open({ label }: ClassFigures): void {
		const index = answers.labels.indexOf(label);
		answers.open(
			label,
			// Mistakes first: they are what one looks for.
			answers.answers
				.filter(({ truth }) => truth === index)
				.sort((a, b) => Number(a.right) - Number(b.right)),
		);
	}

	return (
		<Figure
			title={t('report.classes.title')}
			lead={t('report.classes.lead')}
			controls={<Explained name={t('report.classes.name')}>{t('report.classes.words')}</Explained>}
		>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
			<section ref={box} className={styles.box} tabIndex={0} aria-label={t('report.classes.table')}>
				<table className={styles.table} aria-rowcount={rows.length + 1}>
					<thead>
						<tr>
							{columns.map((column) => (
								<Heading key={column} column={column} order={order} onOrder={setOrder} />
							))}
						</tr>
					</thead>
					<tbody>
						<Space height={before} />
						{items.map(({ index }) => {
							const figures = rows[index];
							return (
								figures && (
									<tr key={figures.label} aria-rowindex={index + 2}>
										<th scope="row">
											<button
												type="button"
												className={styles.label}
												title={figures.label}
												disabled={figures.support === 0}
												aria-label={t('report.classes.opens', { label: figures.label })}
												onClick={() => open(figures)}
											>
												{figures.label}
											</button>
										</th>
										<td>{percent(t, figures.precision)}</td>
										<td>{percent(t, figures.recall)}</td>
										<td>
											<span className={styles.f1}>
												<span className={styles.bar} aria-hidden>
													<span style={{ width: `${figures.f1 * 100}%` }} />
												</span>
												{percent(t, figures.f1)}
											</span>
										</td>
										<td>
											{figures.support < fewProducts && (
												<IconAlertTriangle
													size={14}
													className={styles.few}
													role="img"
													aria-label={t('report.classes.small')}
												/>
											)}
											{figures.support.toLocaleString(i18n.language)}
										</td>
									</tr>
								)
							);
						})}
						<Space height={after} />
					</tbody>
				</table>
			</section>
			{small > 0 && (
				<p className={styles.note}>
					<IconAlertTriangle size={15} className={styles.few} aria-hidden />
					{t('report.classes.smallNote', { count: small, least: fewProducts })}
				</p>
			)}
		</Figure>
	);
}

interface HeadingProps {
	column: Column;
	order: Order;
	onOrder(order: Order): void;
}

function Heading({ column, order, onOrder }: HeadingProps) {
	const { t } = useTranslation();
	const active = order.by === column;
	const Arrow = order.descending ? IconArrowDown : IconArrowUp;
	return (
		<th
			scope="col"
			aria-sort={active ? (order.descending ? 'descending' : 'ascending') : undefined}
		>
			<button
				type="button"
				className={styles.sort}
				onClick={() => onOrder({ by: column, descending: active && !order.descending })}
			>
				{t(`report.classes.${column}`)}
				{active && <Arrow size={14} aria-hidden />}
			</button>
		</th>
	);
}

/** Stands for the rows above or below that are not made. */
function Space({ height }: { height: number }) {
	return height > 0 ? (
		<tr aria-hidden>
			<td colSpan={columns.length} style={{ height, padding: 0 }} />
		</tr>
	) : null;
}

function sorted(perClass: readonly ClassFigures[], { by, descending }: Order): ClassFigures[] {
	const sign = descending ? -1 : 1;
	return [...perClass].sort((a, b) => {
		const difference =
			by === 'label' ? a.label.localeCompare(b.label) : (a[by] as number) - (b[by] as number);
		// Of equally bad ones the common one first: it costs more.
		return sign * difference || b.support - a.support;
	});
}
