import { Anchor } from '@mantine/core';
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useCallback, useImperativeHandle, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import type { ReviewFilter } from '../../../state/types';
import { percent } from '../../quantities';
import { useAisle } from '../../store';
import { type CardActions, GridCell } from './GridCell';
import styles from './ProductGrid.module.css';
import { useFocusFollows } from './useFocusFollows';
import { useGridSpace } from './useGridSpace';

export interface GridHandle {
	shape(): { columns: number; pageRows: number };
	/** Scrolls until the product at `index` shows. */
	reveal(index: number): void;
}

interface ProductGridProps {
	ref: Ref<GridHandle>;
	products: Product[];
	filter: ReviewFilter;
	threshold: number;
	actions: CardActions;
}

/** A guess until a row has been measured. */
const rowHeight = 452;

/** All products that show, as many rows in the page as fit the window. */
export function ProductGrid({ ref, products, filter, threshold, actions }: ProductGridProps) {
	const { t } = useTranslation();
	const space = useGridSpace();
	const { columns, top, barHeight } = space;
	const { focusedId, setFilter } = useAisle((state) => ({
		focusedId: state.review.focusedId,
		setFilter: state.setFilter,
	}));
	const taxonomy = useAisle((state) => state.taxonomy);
	const indexOf = useMemo(
		() => new Map(taxonomy?.categories.map(({ id }, index) => [id, index])),
		[taxonomy],
	);
	const focusedIndex = useMemo(
		() => products.findIndex(({ id }) => id === focusedId),
		[products, focusedId],
	);
	const focusedRow = focusedIndex < 0 ? null : Math.floor(focusedIndex / columns);

	const virtualizer = useWindowVirtualizer({
		count: Math.ceil(products.length / columns),
		estimateSize: () => rowHeight,
		overscan: 1,
		// A late row is better than a dropped frame.
		useFlushSync: false,
		scrollMargin: top,
		scrollPaddingStart: barHeight + 16,
		scrollPaddingEnd: 24,
		// The focused row stays in the page wherever one scrolls, or the keyboard would lose its place.
		rangeExtractor: useCallback(
			(range: Range) => {
				const rows = defaultRangeExtractor(range);
				if (focusedRow === null || rows.includes(focusedRow)) return rows;
				return focusedRow < range.startIndex ? [focusedRow, ...rows] : [...rows, focusedRow];
			},
			[focusedRow],
		),
	});

	useImperativeHandle(ref, () => ({
		shape: () => ({
			columns,
			pageRows: Math.max(1, Math.floor((window.innerHeight - barHeight) / rowHeight)),
		}),
		reveal: (index) => virtualizer.scrollToIndex(Math.floor(index / columns)),
	}));

	useFocusFollows(products, focusedId, focusedRow, (row) => virtualizer.scrollToIndex(row));

	// Other widths, other heights: what was measured no longer holds.
	useLayoutEffect(() => virtualizer.measure(), [columns, virtualizer]);

	if (products.length === 0)
		return (
			<div className={styles.empty} ref={space.ref}>
				<p>{t(`grid.empty.${filter}`, { percent: percent(t, threshold) })}</p>
				{filter !== 'all' && (
					<Anchor component="button" type="button" onClick={() => setFilter('all')}>
						{t('grid.showAll')}
					</Anchor>
				)}
			</div>
		);

	return (
		// biome-ignore lint/a11y/useSemanticElements: a virtual grid of cards is no table
		<div
			ref={space.ref}
			role="grid"
			aria-label={t('grid.label')}
			aria-rowcount={Math.ceil(products.length / columns)}
			aria-colcount={columns}
			className={styles.grid}
			style={{ height: virtualizer.getTotalSize() }}
		>
			{virtualizer.getVirtualItems().map((row) => (
				// biome-ignore lint/a11y/useSemanticElements: as above
				// biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
				<div
					key={row.key}
					ref={virtualizer.measureElement}
					data-index={row.index}
					role="row"
					aria-rowindex={row.index + 1}
					className={styles.row}
					style={{
						transform: `translateY(${row.start - top}px)`,
						gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
					}}
				>
					{products.slice(row.index * columns, (row.index + 1) * columns).map((product, column) => (
						<GridCell
							key={product.id}
							product={product}
							column={column}
							isTabStop={
								focusedIndex < 0 ? row.index === 0 && column === 0 : product.id === focusedId
							}
							taxonomy={taxonomy}
							indexOf={indexOf}
							actions={actions}
						/>
					))}
				</div>
			))}
		</div>
	);
}
