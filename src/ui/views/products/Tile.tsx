import { IconZoomIn } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import { ProductPhoto } from '../ProductPhoto';
import { titleOf } from '../sort/useDeciding';
import styles from './Tile.module.css';

/** What a tile can ask for. The same object for all tiles and all time, or they would all render again. */
export interface TileActions {
	select(index: number, keys: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void;
	toggle(index: number): void;
	open(index: number): void;
}

interface TileProps {
	product: Product;
	/** Its place in the grid. */
	index: number;
	column: number;
	label: string | undefined;
	note: string | undefined;
	isSelected: boolean;
	isTabStop: boolean;
	actions: TileActions;
}

export function tileId(productId: string): string {
	return `tile-${productId}`;
}

/** One product, small: what it looks like, what it is called, what it is labelled. */
export const Tile = memo(function Tile(props: TileProps) {
	const { product, index, column, label, note, isSelected, isTabStop, actions } = props;
	const { t } = useTranslation();
	const title = titleOf(product);
	const labelled = label ?? t('products.unlabelled');
	return (
		// biome-ignore lint/a11y/useSemanticElements: a tile in a virtual grid is no table cell
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
		<div
			id={tileId(product.id)}
			role="gridcell"
			aria-colindex={column + 1}
			aria-selected={isSelected}
			aria-label={t('products.tile', { product: title, label: labelled, note: note ?? '' })}
			tabIndex={isTabStop ? 0 : -1}
			className={styles.tile}
			onClick={(event) => actions.select(index, event)}
			onDoubleClick={() => actions.open(index)}
		>
			<div className={styles.photo}>
				<ProductPhoto product={product} />
				<input
					type="checkbox"
					className={styles.box}
					tabIndex={-1}
					aria-label={t('products.select', { product: title })}
					checked={isSelected}
					onClick={(event) => event.stopPropagation()}
					onChange={() => actions.toggle(index)}
				/>
				<button
					type="button"
					className={styles.look}
					tabIndex={-1}
					aria-label={t('products.look', { product: title })}
					onClick={(event) => {
						event.stopPropagation();
						actions.open(index);
					}}
				>
					<IconZoomIn size={17} aria-hidden />
				</button>
			</div>
			<div className={styles.words}>
				<span className={styles.title} title={title} dir="auto">
					{title}
				</span>
				<span className={styles.label} data-none={label === undefined} title={label} dir="auto">
					{labelled}
				</span>
				{note !== undefined && <span className={styles.note}>{note}</span>}
			</div>
		</div>
	);
});
