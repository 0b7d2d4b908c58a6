import { useVirtualizer } from '@tanstack/react-virtual';
import {
	type KeyboardEvent,
	type Ref,
	useEffect,
	useImperativeHandle,
	useMemo,
	useRef,
	useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import { isMovementKey, movedIndex } from '../../../maths/gridMovement';
import {
	everything,
	extended,
	type GridSelection,
	only,
	toggled,
} from '../../../maths/gridSelection';
import type { FieldLabels } from '../../../state/types.labels';
import { Tile, type TileActions, tileId } from './Tile';
import styles from './TileGrid.module.css';

export interface TileGridHandle {
	/** Puts the focus back on the tile that had it last. */
	focus(): void;
}

interface TileGridProps {
	ref: Ref<TileGridHandle>;
	products: Product[];
	/** Their ids, in the same order. */
	ids: readonly string[];
	labels: FieldLabels | undefined;
	notes: ReadonlyMap<string, string> | undefined;
	selected: GridSelection;
	onSelect(selected: GridSelection): void;
	onOpen(index: number): void;
}

const tileWidth = 164;
const tileHeight = 246;
const gap = 12;
const padding = 24;

/** As many rows of tiles in the page as fit; one tile has the cursor, any number are selected. */
export function TileGrid(props: TileGridProps) {
	const { ref, products, ids, labels, notes, selected } = props;
	const { t } = useTranslation();
	const scroller = useRef<HTMLDivElement>(null);
	const columns = useColumns(scroller);
	const [cursor, setCursor] = useState(0);
	const at = Math.min(cursor, products.length - 1);
	const virtualizer = useVirtualizer({
		count: Math.ceil(products.length / columns),
		getScrollElement: () => scroller.current,
		estimateSize: () => tileHeight + gap,
		overscan: 2,
		paddingStart: gap,
	});

	/** The tile that is to have the focus; its row may only now come into the page. */
	const wanted = useRef<number | null>(null);

	function focusWanted(): void {
		const id = wanted.current === null ? undefined : ids[wanted.current];
		const tile = id === undefined ? null : document.getElementById(tileId(id));
		if (!tile) return;
		wanted.current = null;
		tile.focus({ preventScroll: true });
	}
	useEffect(focusWanted);

	function move(index: number): void {
		wanted.current = index;
		setCursor(index);
		virtualizer.scrollToIndex(Math.floor(index / columns));
		focusWanted();
	}

	useImperativeHandle(ref, () => ({ focus: () => move(at) }));

	const latest = useRef(props);
	useEffect(() => {
		latest.current = props;
	});
	const actions = useMemo<TileActions>(
		() => ({
			select(index, { shiftKey, ctrlKey, metaKey }) {
				const { selected, ids, onSelect } = latest.current;
				const add = ctrlKey || metaKey;
				setCursor(index);
				onSelect(
					shiftKey
						? extended(selected, ids, index)
						: add
							? toggled(selected, ids, index)
							: only(ids, index),
				);
			},
			toggle(index) {
				const { selected, ids, onSelect } = latest.current;
				setCursor(index);
				onSelect(toggled(selected, ids, index));
			},
			open(index) {
				setCursor(index);
				latest.current.onOpen(index);
			},
		}),
		[],
	);

	function pressed(event: KeyboardEvent): void {
		const { key, shiftKey } = event;
		const many = event.ctrlKey || event.metaKey;
		// The boxes and buttons on a tile keep their own keys.
		const own = event.target instanceof Element && event.target.role !== 'gridcell';
		if (many && key.toLowerCase() === 'a') props.onSelect(everything(ids));
		else if (many || own) return;
		else if (isMovementKey(key)) {
			const pageRows = Math.max(
				1,
				Math.floor((scroller.current?.clientHeight ?? 0) / (tileHeight + gap)),
			);
			const index = movedIndex(key, at, { count: products.length, columns, pageRows });
			// Without a selection a range begins where the cursor was.
			const from = selected.chosen.size > 0 ? selected : { ...selected, anchor: at };
			if (shiftKey) props.onSelect(extended(from, ids, index));
			move(index);
		} else if (key === ' ') props.onSelect(toggled(selected, ids, at));
		else if (key === 'Enter') props.onOpen(at);
		else return;
		event.preventDefault();
	}

	return (
		<div ref={scroller} className={styles.scroller}>
			{/* biome-ignore lint/a11y/useSemanticElements: a virtual grid of tiles is no table */}
			<div
				role="grid"
				tabIndex={-1}
				// Whoever opens the panel is among the products at once.
				data-autofocus
				aria-label={t('products.grid')}
				aria-multiselectable
				aria-rowcount={Math.ceil(products.length / columns)}
				aria-colcount={columns}
				className={styles.grid}
				style={{ height: virtualizer.getTotalSize() }}
				onKeyDown={pressed}
				onFocus={({ target, currentTarget }) => {
					if (target === currentTarget) move(at);
				}}
			>
				{virtualizer.getVirtualItems().map((row) => (
					// biome-ignore lint/a11y/useSemanticElements: as above
					// biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
					<div
						key={row.key}
						role="row"
						aria-rowindex={row.index + 1}
						className={styles.row}
						style={{
							transform: `translateY(${row.start}px)`,
							height: tileHeight,
							gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
						}}
					>
						{products
							.slice(row.index * columns, (row.index + 1) * columns)
							.map((product, column) => (
								<Tile
									key={product.id}
									product={product}
									index={row.index * columns + column}
									column={column}
									label={labels?.get(product.id)?.label}
									note={notes?.get(product.id)}
									isSelected={selected.chosen.has(product.id)}
									isTabStop={row.index * columns + column === at}
									actions={actions}
								/>
							))}
					</div>
				))}
			</div>
		</div>
	);
}

/** How many tiles stand side by side. */
function useColumns(scroller: React.RefObject<HTMLDivElement | null>): number {
	const [columns, setColumns] = useState(2);
	useEffect(() => {
		const element = scroller.current;
		if (!element) return;
		const observer = new ResizeObserver(() => {
			const room = element.clientWidth - 2 * padding;
			setColumns(Math.max(1, Math.floor((room + gap) / (tileWidth + gap))));
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [scroller]);
	return columns;
}
