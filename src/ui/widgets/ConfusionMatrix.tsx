import {
	type CSSProperties,
	type FocusEvent,
	type KeyboardEvent,
	type MouseEvent,
	memo,
	useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { labelLevels } from '../../domain/field';
import styles from './ConfusionMatrix.module.css';

/** Stands for all labels that are not shown. */
export const otherLabels = -1;

interface ConfusionMatrixProps {
	labels: readonly string[];
	/** `[labels, labels]`, true label down. */
	confusion: Uint32Array;
	/** Labels to show, by index. */
	shown: readonly number[];
	/** @param predicted may be `otherLabels` */
	onOpen(truth: number, predicted: number): void;
}

interface Place {
	row: number;
	column: number;
}

/** Rows that PageUp and PageDown skip. */
const page = 10;

/**
 * What is taken for what, as a grid to walk through with the arrow keys. Labels that are not shown share a last
 * column, so that the numbers of a row are all of its products.
 */
export function ConfusionMatrix({ labels, confusion, shown, onOpen }: ConfusionMatrixProps) {
	const { t } = useTranslation();
	const [active, setActive] = useState<Place>({ row: 0, column: 0 });
	const columns = shown.length < labels.length ? withOthers(shown, labels, confusion) : shown;
	const last: Place = { row: shown.length - 1, column: columns.length - 1 };
	// Fewer labels than before: the cursor stays within.
	const cursor = {
		row: Math.min(active.row, last.row),
		column: Math.min(active.column, last.column),
	};

	function openAt({ row, column }: Place): void {
		const truth = shown[row];
		const predicted = columns[column];
		if (truth === undefined || predicted === undefined) return;
		if (countOf(confusion, labels.length, shown, truth, predicted) > 0) onOpen(truth, predicted);
	}

	function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			openAt(cursor);
			return;
		}
		const to = moved(event.key, event.ctrlKey || event.metaKey, cursor, last);
		if (!to) return;
		event.preventDefault();
		setActive(to);
		event.currentTarget.tBodies[0]?.rows[to.row]?.cells[to.column + 1]?.focus();
	}

	function onClick({ target }: MouseEvent): void {
		const place = placeOf(target);
		if (!place) return;
		setActive(place);
		openAt(place);
	}

	/** A screen reader's own cursor may land anywhere: the keys mean what has the focus. */
	function onFocus({ target }: FocusEvent): void {
		const place = placeOf(target);
		if (place) setActive(place);
	}

	return (
		<div className={styles.box}>
			<table
				// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table to walk through, as in the ARIA guide
				role="grid"
				aria-label={t('report.confusion.grid')}
				className={styles.matrix}
				onKeyDown={onKeyDown}
				onClick={onClick}
				onFocus={onFocus}
			>
				<thead>
					<tr>
						<th className={styles.corner}>{t('report.confusion.corner')}</th>
						{columns.map((label) => (
							<th key={label} scope="col" className={styles.columnHeader} title={labels[label]}>
								<span>{shortName(labels[label]) ?? t('report.confusion.others')}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{shown.map((truth, row) => (
						<Row
							key={truth}
							truth={truth}
							columns={columns}
							shown={shown}
							labels={labels}
							confusion={confusion}
							tabStop={row === cursor.row ? cursor.column : null}
						/>
					))}
				</tbody>
			</table>
		</div>
	);
}

interface RowProps extends Pick<ConfusionMatrixProps, 'labels' | 'confusion' | 'shown'> {
	truth: number;
	columns: readonly number[];
	/** Column of the cell that Tab leads to; `null` in all rows but one. */
	tabStop: number | null;
}

const Row = memo(function Row({ truth, columns, shown, labels, confusion, tabStop }: RowProps) {
	const { t, i18n } = useTranslation();
	let total = 0;
	for (let label = 0; label < labels.length; label++)
		total += confusion[truth * labels.length + label] as number;
	return (
		<tr>
			<th scope="row" className={styles.rowHeader} title={labels[truth]}>
				<span>{shortName(labels[truth])}</span>
			</th>
			{columns.map((predicted, column) => {
				const count = countOf(confusion, labels.length, shown, truth, predicted);
				const shade = count === 0 ? 0 : 8 + 36 * (count / total);
				return (
					<td
						key={predicted}
						tabIndex={column === tabStop ? 0 : -1}
						className={styles.cell}
						data-right={predicted === truth}
						data-empty={count === 0}
						style={{ '--shade': `${shade}%` } as CSSProperties}
						aria-label={t('report.confusion.cell', {
							truth: labels[truth] ?? '',
							predicted: labels[predicted] ?? t('report.confusion.othersName'),
							count,
						})}
					>
						{count > 0 && count.toLocaleString(i18n.language)}
					</td>
				);
			})}
		</tr>
	);
});

function placeOf(target: EventTarget): Place | null {
	const cell = target instanceof Element ? target.closest('td') : null;
	const row = cell?.parentElement;
	if (!cell || !(row instanceof HTMLTableRowElement)) return null;
	return { row: row.sectionRowIndex, column: cell.cellIndex - 1 };
}

function shortName(label: string | undefined): string | undefined {
	return label === undefined ? undefined : labelLevels(label).at(-1);
}

function countOf(
	confusion: Uint32Array,
	labels: number,
	shown: readonly number[],
	truth: number,
	predicted: number,
): number {
	const row = confusion.subarray(truth * labels, (truth + 1) * labels);
	if (predicted !== otherLabels) return row[predicted] as number;
	const all = row.reduce((sum, count) => sum + count, 0);
	return shown.reduce((rest, label) => rest - (row[label] as number), all);
}

/** A column more for the labels that are not shown, where a product was given one. */
function withOthers(
	shown: readonly number[],
	labels: readonly string[],
	confusion: Uint32Array,
): readonly number[] {
	const any = shown.some(
		(truth) => countOf(confusion, labels.length, shown, truth, otherLabels) > 0,
	);
	return any ? [...shown, otherLabels] : shown;
}

/** Where a key leads; `null` for keys that move nothing. */
function moved(key: string, far: boolean, { row, column }: Place, last: Place): Place | null {
	const within = (place: Place): Place => ({
		row: Math.min(last.row, Math.max(0, place.row)),
		column: Math.min(last.column, Math.max(0, place.column)),
	});
	switch (key) {
		case 'ArrowLeft':
			return within({ row, column: column - 1 });
		case 'ArrowRight':
			return within({ row, column: column + 1 });
		case 'ArrowUp':
			return within({ row: row - 1, column });
		case 'ArrowDown':
			return within({ row: row + 1, column });
		case 'PageUp':
			return within({ row: row - page, column });
		case 'PageDown':
			return within({ row: row + page, column });
		case 'Home':
			return { row: far ? 0 : row, column: 0 };
		case 'End':
			return { row: far ? last.row : row, column: last.column };
		default:
			return null;
	}
}
