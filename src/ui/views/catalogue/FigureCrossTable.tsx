import { Button, Select } from '@mantine/core';
import { useMemo, useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { association, crossTable } from '../../../maths/crossTable';
import { type LabelBin, labelBins } from '../../../maths/labelBins';
import { percent } from '../../quantities';
import { type CountCell, CountTable } from '../../widgets/CountTable';
import { Explained } from '../../widgets/Explained';
import { Figure } from '../../widgets/Figure';
import { useOpenProducts } from '../products/ProductsPanel';
import styles from './CatalogueFigures.module.css';
import { type FigureData, noLabels } from './figureData';

/** Rows and columns at first and at most: what fits beside the bars, and what can be drawn and still be read. */
const small = { rows: 12, columns: 8 };
const large = { rows: 50, columns: 30 };

/** Cramér's V from which a field tells that much about another: Cohen's small, medium and large. */
function strength(v: number): 'lot' | 'much' | 'little' | 'nothing' {
	return v >= 0.5 ? 'lot' : v >= 0.3 ? 'much' : v >= 0.1 ? 'little' : 'nothing';
}

/** How two fields go together. */
export function FigureCrossTable({ data, field }: { data: FigureData; field: FieldName | null }) {
	const { t } = useTranslation();
	const open = useOpenProducts();
	const { products, labels } = data;
	const fields = useMemo(() => [...labels.keys()].sort(), [labels]);
	const [chosenRows, setRows] = useState(field);
	const [chosenColumns, setColumns] = useState<FieldName | null>(null);
	const [size, setSize] = useState(small);
	const [drawing, draw] = useTransition();
	const rowField = fields.find((name) => name === chosenRows) ?? fields[0];
	const columnField =
		fields.find((name) => name === chosenColumns) ?? fields.find((name) => name !== rowField);
	const rowLabels = labels.get(rowField ?? '') ?? noLabels;
	const columnLabels = labels.get(columnField ?? '') ?? noLabels;

	const table = useMemo(
		() =>
			crossTable(
				labelBins(products, rowLabels, { most: size.rows }),
				labelBins(products, columnLabels, { most: size.columns }),
			),
		[products, rowLabels, columnLabels, size],
	);
	const found = useMemo(
		() => association(labelBins(products, rowLabels), labelBins(products, columnLabels)),
		[products, rowLabels, columnLabels],
	);

	if (rowField === undefined || columnField === undefined)
		return (
			<Figure title={t('figures.cross.title')}>
				<p className={styles.sentence}>{t('figures.cross.oneField')}</p>
			</Figure>
		);

	const nameOf = (bin: LabelBin | undefined): string => {
		if (!bin) return t('figures.cross.all');
		if (bin.kind === 'label') return bin.label;
		if (bin.kind === 'none') return t('figures.none');
		return t('figures.cross.rest', { count: bin.labels });
	};
	const { rows, columns, counts } = table;
	const rowName = (row: number | null): string => nameOf(rows.bins[row ?? -1]);
	const columnName = (column: number | null): string => nameOf(columns.bins[column ?? -1]);

	function describe({ row, column, count }: CountCell): string {
		const names = { row: rowName(row), column: columnName(column) };
		if (count === 0) return t('figures.cross.cellEmpty', names);
		const total = row === null ? products.length : (rows.counts[row] ?? count);
		return t('figures.cross.cell', {
			...names,
			products: t('figures.products', { count }),
			percent: percent(t, count / total),
		});
	}

	function openCell({ row, column }: CountCell): void {
		const productIds = products
			.filter(
				(_, i) =>
					(row === null || rows.binOf[i] === row) &&
					(column === null || columns.binOf[i] === column),
			)
			.map(({ id }) => id);
		const names = { row: rowName(row), column: columnName(column) };
		const title = t('figures.cross.open', names);
		open({ title, productIds, ...(rowField !== undefined && { field: rowField }) });
	}

	const cut = [...rows.bins, ...columns.bins].some(({ kind }) => kind === 'rest');
	return (
		<Figure title={t('figures.cross.title')} lead={t('figures.cross.lead')}>
			<div className={styles.selects}>
				<Select
					label={t('figures.cross.rows')}
					data={fields}
					value={rowField}
					allowDeselect={false}
					onChange={(value) => {
						// The two change places rather than be the same.
						if (value === columnField) setColumns(rowField);
						setRows(value);
					}}
				/>
				<Select
					label={t('figures.cross.columns')}
					data={fields}
					value={columnField}
					allowDeselect={false}
					onChange={(value) => {
						if (value === rowField) setRows(columnField);
						setColumns(value);
					}}
				/>
			</div>
			<p className={styles.sentence}>
				{t(`figures.cross.strength.${found ? strength(found.v) : 'unknown'}`)}{' '}
				{found && (
					<Explained name={t('figures.cross.measure')}>
						{t('figures.cross.measureHint', { v: found.v.toFixed(2), count: found.products })}
					</Explained>
				)}
			</p>
			<CountTable
				label={t('figures.cross.label', { rows: rowField, columns: columnField })}
				rowField={rowField}
				columnField={columnField}
				rows={rows.bins.map(nameOf)}
				columns={columns.bins.map(nameOf)}
				counts={counts}
				describe={describe}
				onOpen={openCell}
			/>
			{(cut || size === large) && (
				<div className={styles.row}>
					<Button
						size="compact-sm"
						variant="default"
						loading={drawing}
						onClick={() => draw(() => setSize(size === small ? large : small))}
					>
						{t(size === small ? 'figures.cross.larger' : 'figures.cross.smaller')}
					</Button>
				</div>
			)}
		</Figure>
	);
}
