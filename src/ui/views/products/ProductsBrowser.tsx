import { Button, Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everything, type GridSelection, nothingSelected } from '../../../maths/gridSelection';
import { productsById } from '../../../state/selectors';
import { useAisle } from '../../store';
import { LabelForm } from './LabelForm';
import { ProductDetails } from './ProductDetails';
import styles from './ProductsBrowser.module.css';
import type { ProductSelection } from './ProductsPanel';
import { TileGrid, type TileGridHandle } from './TileGrid';
import { isUndoKey, UndoLabels, useUndoLabels } from './UndoLabels';

interface ProductsBrowserProps {
	selection: ProductSelection;
	/** Whether Escape is for something in here before it is for the panel. */
	onWithin(within: boolean): void;
}

/** Products to look through, select and label. */
export function ProductsBrowser({ selection, onWithin }: ProductsBrowserProps) {
	const { t } = useTranslation();
	const { byId, labels } = useAisle((state) => ({
		byId: productsById(state),
		labels: state.labels,
	}));
	const wanted = useMemo(() => new Set(selection.productIds), [selection]);
	// In the order that they were given in: a list of mistakes begins with the surest.
	const products = useMemo(
		() => [...wanted].map((id) => byId.get(id)).filter((product) => product !== undefined),
		[wanted, byId],
	);
	const ids = useMemo(() => products.map(({ id }) => id), [products]);
	const fields = [...labels.keys()];
	const [chosenField, setField] = useState(selection.field ?? null);
	const field = chosenField ?? fields[0] ?? null;
	const [selected, setSelected] = useState<GridSelection>(nothingSelected);
	const [detailsOf, setDetailsOf] = useState<number | null>(null);
	const grid = useRef<TileGridHandle>(null);
	const undo = useUndoLabels();

	const within = selected.chosen.size > 0 || detailsOf !== null;
	useEffect(() => onWithin(within), [within, onWithin]);
	useEffect(() => () => onWithin(false), [onWithin]);

	function clear(): void {
		setSelected(nothingSelected);
		grid.current?.focus();
	}

	function pressed(event: KeyboardEvent): void {
		const { target, currentTarget } = event;
		// A dialog above the panel has its keys for itself, though React tells of them here too.
		if (!(target instanceof Element) || !currentTarget.contains(target)) return;
		if (isUndoKey(event)) {
			event.preventDefault();
			undo();
		}
		// A list that is open under an input closes first.
		const list = target.ariaExpanded === 'true';
		if (event.key === 'Escape' && !list && selected.chosen.size > 0) clear();
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys that hold wherever the focus is in the panel
		<div className={styles.browser} onKeyDown={pressed}>
			<div className={styles.bar}>
				<span className={styles.count}>{t('products.count', { count: products.length })}</span>
				{fields.length > 0 && (
					<Select
						size="xs"
						className={styles.field}
						aria-label={t('products.field')}
						data={fields}
						value={field !== null && labels.has(field) ? field : null}
						onChange={(value) => value !== null && setField(value)}
						allowDeselect={false}
					/>
				)}
				<Button
					size="compact-sm"
					variant="subtle"
					disabled={ids.length === 0}
					onClick={() => setSelected(everything(ids))}
				>
					{t('products.all')}
				</Button>
				<UndoLabels />
			</div>
			{products.length === 0 ? (
				<p className={styles.none}>{t('products.none')}</p>
			) : (
				<TileGrid
					ref={grid}
					products={products}
					ids={ids}
					labels={field === null ? undefined : labels.get(field)}
					notes={selection.notes}
					selected={selected}
					onSelect={setSelected}
					onOpen={setDetailsOf}
				/>
			)}
			{selected.chosen.size > 0 ? (
				<LabelForm
					chosen={selected.chosen}
					field={field}
					onClear={clear}
					onDone={(labelled) => {
						setField(labelled);
						setSelected(nothingSelected);
						grid.current?.focus();
					}}
				/>
			) : (
				<p className={styles.hint}>
					<span className={styles.keys}>{t('products.hint')}</span>
					<span className={styles.touch}>{t('products.hintTouch')}</span>
				</p>
			)}
			<ProductDetails
				product={detailsOf === null ? null : (products[detailsOf] ?? null)}
				at={detailsOf ?? 0}
				count={products.length}
				note={selection.notes?.get(ids[detailsOf ?? -1] ?? '')}
				headId={selection.headId}
				onMove={setDetailsOf}
				onClose={() => setDetailsOf(null)}
			/>
		</div>
	);
}
