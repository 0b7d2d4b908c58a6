import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../domain/product';
import type { Decision, ProductSuggestions } from '../../../domain/suggestion';
import type { Taxonomy } from '../../../domain/taxonomy';
import { decisionOf } from '../../../state/fieldTarget';
import { statusOf } from '../../../state/selectors';
import type { ProductStatus } from '../../../state/types';
import { percent } from '../../quantities';
import { useAisle, useAisleStore } from '../../store';
import { ProductCard } from '../../widgets/ProductCard';
import { SwipeCard } from '../../widgets/SwipeCard';
import { ProductPhoto } from '../ProductPhoto';
import { useProductProblems } from '../useProductProblems';
import styles from './GridCell.module.css';
import { titleOf } from './useDeciding';

/** What a card can ask for. The same object for all cards and all time, or they would all render again. */
export interface CardActions {
	accept(productId: string, rank: number): void;
	search(productId: string): void;
	reopen(productId: string): void;
}

interface GridCellProps {
	product: Product;
	column: number;
	/** Whether Tab lands here; one cell of the grid has it. */
	isTabStop: boolean;
	taxonomy: Taxonomy | null;
	/** Category ids of the taxonomy to their indices. */
	indexOf: ReadonlyMap<string, number>;
	actions: CardActions;
}

export function cellId(productId: string): string {
	return `product-${productId}`;
}

/** Connects one product to its card. It watches its own product only. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
	const { product, column, isTabStop, taxonomy, indexOf, actions } = props;
	const { t } = useTranslation();
	const store = useAisleStore();
	const known = useAisle((state) => ({
		found: state.suggestions.get(product.id) ?? null,
		decision: decisionOf(state, product.id),
		status: statusOf(state, product),
	}));
	// A batch of suggestions changes a screenful of cards at once: they follow in slices.
	const shown = useDeferredValue(known);
	const { found, decision, status } = known;
	const best = found?.suggestions[0];
	const category = decision ? indexOf.get(decision.categoryId) : best?.category;
	const leaf = category === undefined ? undefined : taxonomy?.categories[category]?.name;
	const probability = decision ? decision.probability : best?.probability;
	const detail =
		leaf && typeof probability === 'number'
			? t('card.best', { leaf, percent: percent(t, probability) })
			: (leaf ?? '');

	return (
		// biome-ignore lint/a11y/useSemanticElements: a card in a virtual grid is no table cell
		<div
			id={cellId(product.id)}
			role="gridcell"
			aria-colindex={column + 1}
			aria-label={t('card.describe', {
				product: titleOf(product),
				status: t(`status.${status}`),
				detail,
			})}
			tabIndex={isTabStop ? 0 : -1}
			className={styles.cell}
			onFocus={() => {
				if (store.getState().review.focusedId !== product.id) store.getState().focus(product.id);
			}}
		>
			<SwipeCard
				disabled={status === 'failed' || status === 'waiting'}
				rightLabel={t('card.swipeAccept')}
				leftLabel={t('card.swipeSearch')}
				onRight={() => actions.accept(product.id, 0)}
				onLeft={() => actions.search(product.id)}
			>
				<Card
					product={product}
					known={shown}
					taxonomy={taxonomy}
					indexOf={indexOf}
					reachable={isTabStop}
					actions={actions}
				/>
			</SwipeCard>
		</div>
	);
});

interface CardProps extends Pick<GridCellProps, 'product' | 'taxonomy' | 'indexOf' | 'actions'> {
	known: { found: ProductSuggestions | null; decision: Decision | null; status: ProductStatus };
	reachable: boolean;
}

/** The dear part of a cell, made again only when what it shows is another. */
const Card = memo(function Card(props: CardProps) {
	const { product, known, taxonomy, indexOf, reachable, actions } = props;
	const { found, decision, status } = known;
	return (
		<ProductCard
			title={titleOf(product)}
			photo={<ProductPhoto product={product} />}
			photos={product.photos.length}
			status={status}
			problems={useProductProblems(product)}
			suggestions={found?.suggestions.slice(0, 3) ?? []}
			evidence={found?.evidence ?? null}
			photoShare={found?.photoShare ?? null}
			decision={decision && { ...decision, category: indexOf.get(decision.categoryId) ?? null }}
			taxonomy={taxonomy}
			reachable={reachable}
			onAccept={(rank) => actions.accept(product.id, rank)}
			onSearch={() => actions.search(product.id)}
			onReopen={() => actions.reopen(product.id)}
		/>
	);
});
