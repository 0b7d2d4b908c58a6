import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconArrowMerge, IconDots, IconPencil, IconSearch, IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../domain/field';
import { isAtOrBelow, type LabelRow, labelRows } from '../../../maths/labelEdits';
import type { FieldLabels } from '../../../state/types.labels';
import { useAisle } from '../../store';
import { useOpenProducts } from '../products/ProductsPanel';
import { useLabelling } from '../products/useLabelling';
import styles from './LabelList.module.css';
import { type LabelEdit, RenameLabelDialog } from './RenameLabelDialog';

/** Fewer labels than this are seen at a glance. */
const worthSearching = 12;

const rowHeight = 42;

/** The labels of a field as a tree: how many products each has, and what can be done to it. */
export function LabelList({ field, labels }: { field: FieldName; labels: FieldLabels }) {
	const { t } = useTranslation();
	const openProducts = useOpenProducts();
	const labelling = useLabelling();
	const { products, deleteLabel } = useAisle((state) => ({
		products: state.products,
		deleteLabel: state.deleteLabel,
	}));
	const rows = useMemo(() => labelRows(labels), [labels]);
	const [query, setQuery] = useState('');
	const calm = useDeferredValue(query.trim().toLowerCase());
	const shown = useMemo(
		() => rows.filter(({ label }) => label.toLowerCase().includes(calm)),
		[rows, calm],
	);
	const unlabelled = useMemo(
		() => products.filter(({ id }) => !labels.has(id)).map(({ id }) => id),
		[products, labels],
	);
	const [edit, setEdit] = useState<LabelEdit | null>(null);
	const list = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: shown.length,
		getScrollElement: () => list.current,
		estimateSize: () => rowHeight,
		overscan: 8,
	});

	function open({ label }: LabelRow): void {
		const productIds = products.flatMap(({ id }) => {
			const own = labels.get(id)?.label;
			return own !== undefined && isAtOrBelow(own, label) ? id : [];
		});
		openProducts({ title: label, productIds, field });
	}

	/** The row's menu, or, when it is gone, the list. */
	function focusRow(label: string): void {
		const menu = document.getElementById(menuId(label));
		(menu ?? list.current)?.focus();
	}

	return (
		<section className={styles.labels} aria-labelledby="labels">
			<div className={styles.head}>
				<h2 id="labels" className={styles.title}>
					{t('labels.offer.labels', { count: new Set(valuesOf(labels)).size })}
				</h2>
				<p className={styles.coverage}>
					{t('labels.list.coverage', {
						labelled: products.length - unlabelled.length,
						count: products.length,
					})}
				</p>
				{unlabelled.length > 0 && (
					<Button
						size="compact-md"
						variant="light"
						leftSection={<IconPencil size={16} aria-hidden />}
						onClick={() =>
							openProducts({
								title: t('labels.list.unlabelledTitle', { field }),
								productIds: unlabelled,
								field,
							})
						}
					>
						{t('labels.list.unlabelled', { count: unlabelled.length })}
					</Button>
				)}
				{rows.length > worthSearching && (
					<TextInput
						className={styles.search}
						aria-label={t('labels.list.search')}
						placeholder={t('labels.list.search')}
						leftSection={<IconSearch size={16} aria-hidden />}
						value={query}
						onChange={(event) => setQuery(event.currentTarget.value)}
					/>
				)}
			</div>
			{shown.length === 0 && <p className={styles.none}>{t('labels.list.none')}</p>}
			<div ref={list} className={styles.list} tabIndex={-1}>
				<ul className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
					{virtualizer.getVirtualItems().map(({ index, start }) => {
						const row = shown[index];
						if (!row) return null;
						// What a search finds stands without its parents, so in full.
						const whole = calm !== '';
						return (
							<li
								key={row.label}
								className={styles.row}
								aria-setsize={shown.length}
								aria-posinset={index + 1}
								style={{ transform: `translateY(${start}px)`, height: rowHeight }}
							>
								<span
									className={styles.name}
									style={{ paddingInlineStart: whole ? 0 : row.level * 18 }}
									title={row.label}
									dir="auto"
								>
									{whole ? row.label : row.name}
								</span>
								<button
									type="button"
									className={styles.count}
									aria-label={t('labels.list.open', { count: row.products, label: row.label })}
									onClick={() => open(row)}
								>
									{t('labels.count', { count: row.products })}
								</button>
								<RowMenu
									row={row}
									onEdit={setEdit}
									onDelete={() => {
										const { label: name, products: count } = row;
										void labelling(
											deleteLabel(field, name),
											t('labels.done.delete', { name, count }),
										).then(() => focusRow(shown[index + 1]?.label ?? ''));
									}}
								/>
							</li>
						);
					})}
				</ul>
			</div>
			<RenameLabelDialog
				field={field}
				labels={labels}
				rows={rows}
				edit={edit}
				onClose={(label) => {
					setEdit(null);
					// When the dialog has let go of the focus and the renamed row is there.
					setTimeout(() => focusRow(label), 250);
				}}
			/>
		</section>
	);
}

interface RowMenuProps {
	row: LabelRow;
	onEdit(edit: LabelEdit): void;
	onDelete(): void;
}

function RowMenu({ row, onEdit, onDelete }: RowMenuProps) {
	const { t } = useTranslation();
	return (
		// Out of the list, which would cut it off, but within its landmark.
		<Menu withinPortal portalProps={{ target: '#main' }}>
			<Menu.Target>
				<ActionIcon
					id={menuId(row.label)}
					variant="subtle"
					color="gray"
					aria-label={t('labels.list.menu', { label: row.label })}
				>
					<IconDots size={17} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item
					leftSection={<IconPencil size={17} />}
					onClick={() => onEdit({ row, kind: 'rename' })}
				>
					{t('labels.list.rename')}
				</Menu.Item>
				<Menu.Item
					leftSection={<IconArrowMerge size={17} />}
					onClick={() => onEdit({ row, kind: 'merge' })}
				>
					{t('labels.list.merge')}
				</Menu.Item>
				<Menu.Divider />
				<Menu.Item color="rust" leftSection={<IconTrash size={17} />} onClick={onDelete}>
					{t('labels.list.delete')}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

function menuId(label: string): string {
	return `label-menu-${encodeURIComponent(label)}`;
}

function* valuesOf(labels: FieldLabels): Generator<string> {
	for (const { label } of labels.values()) yield label;
}
