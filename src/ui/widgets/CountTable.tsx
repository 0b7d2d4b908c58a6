import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMovementKey, movedIndex } from '../../maths/gridMovement';
import styles from './CountTable.module.css';

/** A cell of the table; `null` is the sum over all rows, or over all columns. */
export interface CountCell {
	row: number | null;
	column: number | null;
	count: number;
}

interface CountTableProps {
	label: string;
	/** Name of what stands down the side, and of what stands across the top. */
	rowField: string;
	columnField: string;
	rows: readonly string[];
	columns: readonly string[];
	/** `[rows, columns]` */
	counts: ArrayLike<number>;
	/** What a cell is called: "Shirts, Red: 12 products". */
	describe(cell: CountCell): string;
	onOpen(cell: CountCell): void;
}

/**
 * Counts by two things at once, with sums. A cell is the darker the larger its share of the row. One stop for the
 * Tab key; arrows move between cells, Enter opens what is behind one.
 */
export function CountTable(props: CountTableProps) {
	const { label, rowField, columnField, rows, columns, counts, describe, onOpen } = props;
	const { t } = useTranslation();
	const table = useRef<HTMLTableElement>(null);
	const [active, setActive] = useState(0);
	const lines = withSums(rows.length, columns.length, counts);
	const width = columns.length + 1;
	const current = Math.min(active, lines.length * width - 1);

	function move(event: KeyboardEvent): void {
		if (!isMovementKey(event.key)) return;
		event.preventDefault();
		const shape = { count: lines.length * width, columns: width, pageRows: 10 };
		const next = movedIndex(event.key, current, shape);
		setActive(next);
		table.current?.querySelectorAll('button')[next]?.focus();
	}

	return (
		<div className={styles.scroll}>
			{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved between is a grid. */}
			<table role="grid" ref={table} className={styles.table} aria-label={label} onKeyDown={move}>
				<thead>
					<tr>
						<th scope="col" className={styles.corner}>
							{t('figures.cross.corner', { rows: rowField, columns: columnField })}
						</th>
						{lines[0]?.map(({ column }) => (
							<th scope="col" key={column ?? 'all'} className={styles.columnName}>
								{columns[column ?? -1] ?? t('figures.cross.all')}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{lines.map((cells, at) => {
						const total = cells[cells.length - 1]?.count ?? 0;
						return (
							<tr key={cells[0]?.row ?? 'all'} data-sum={at === rows.length}>
								<th scope="row" className={styles.rowName}>
									{rows[at] ?? t('figures.cross.all')}
								</th>
								{cells.map((cell, column) => {
									const index = at * width + column;
									const share = total === 0 || cell.column === null ? 0 : cell.count / total;
									return (
										<td
											key={cell.column ?? 'all'}
											className={styles.cell}
											style={{ '--share': share } as CSSProperties}
											data-sum={cell.column === null}
										>
											<button
												type="button"
												tabIndex={index === current ? 0 : -1}
												aria-label={describe(cell)}
												aria-disabled={cell.count === 0}
												onFocus={() => setActive(index)}
												onClick={() => cell.count > 0 && onOpen(cell)}
											>
												{cell.count === 0 ? '·' : t('figures.count', { count: cell.count })}
											</button>
										</td>
									);
								})}
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

/** Lines of cells, each with its sum at the end, and a line of sums below. */
function withSums(rows: number, columns: number, counts: ArrayLike<number>): CountCell[][] {
	const countOf = (row: number | null, column: number | null): number => {
		if (row === null)
			return Array.from({ length: rows }, (_, i) => countOf(i, column)).reduce(sum, 0);
		if (column === null)
			return Array.from({ length: columns }, (_, i) => countOf(row, i)).reduce(sum, 0);
		return counts[row * columns + column] ?? 0;
	};
	const orAll = (length: number) => [...Array.from({ length }, (_, i) => i), null];
	return orAll(rows).map((row) =>
		orAll(columns).map((column) => ({ row, column, count: countOf(row, column) })),
	);
}

const sum = (a: number, b: number): number => a + b;
