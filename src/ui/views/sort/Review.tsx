import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { movedIndex } from '../../../maths/gridMovement';
import { useAnnounce } from '../../announcer';
import { useAisle, useAisleStore } from '../../store';
import { CorrectDialog } from './CorrectDialog';
import { type CardActions, cellId } from './GridCell';
import { type GridHandle, ProductGrid } from './ProductGrid';
import { nextFilter, ReviewBar } from './ReviewBar';
import { ShortcutsDialog } from './ShortcutsDialog';
import { useDeciding } from './useDeciding';
import { useReview } from './useReview';
import { useShortcuts } from './useShortcuts';

/** Looking over what the networks suggest: filters, threshold, grid, and the keyboard over all of it. */
export default function Review() {
	const { t } = useTranslation();
	const store = useAisleStore();
	const announce = useAnnounce();
	const lists = useReview();
	const { visible, counts } = lists;
	// The first screenful of cards is the largest piece of work on this page: rendered in slices, so that
	// neither a click nor the progress of an import waits for it.
	const shown = useDeferredValue(visible, null);
	const latest = useRef(visible);
	useEffect(() => {
		latest.current = visible;
	}, [visible]);
	const deciding = useDeciding(latest);
	const grid = useRef<GridHandle>(null);
	const [searching, setSearching] = useState<string | null>(null);
	const [help, setHelp] = useState(false);

	const actions = useMemo<CardActions>(
		() => ({ accept: deciding.accept, reopen: deciding.reopen, search: setSearching }),
		[deciding],
	);

	/** The product the keys mean: the focused one if it shows, else the first. */
	const currentIndex = useCallback((): number => {
		const { focusedId } = store.getState().review;
		return Math.max(
			0,
			latest.current.findIndex(({ id }) => id === focusedId),
		);
	}, [store]);

	const letters = useAisle((state) => state.shortcuts);
	useShortcuts({
		letters,
		move(key) {
			if (visible.length === 0 || !grid.current) return;
			const { focusedId } = store.getState().review;
			// The first arrow only enters the grid.
			const entered = visible.some(({ id }) => id === focusedId);
			const shape = { count: visible.length, ...grid.current.shape() };
			const index = entered ? movedIndex(key, currentIndex(), shape) : 0;
			store.getState().focus(visible[index]?.id ?? null);
			grid.current.reveal(index);
		},
		accept(rank) {
			const product = visible[currentIndex()];
			if (product) deciding.accept(product.id, rank);
		},
		search() {
			const product = visible[currentIndex()];
			if (product) setSearching(product.id);
		},
		undo: deciding.undo,
		nextFilter() {
			const { review, setFilter } = store.getState();
			const filter = nextFilter(review.filter);
			setFilter(filter);
			announce(t('announce.filter', { filter: t(`filter.${filter}`), count: counts[filter] }));
		},
		help: () => setHelp(true),
	});

	return (
		<>
			<ReviewBar lists={lists} />
			{shown && (
				<ProductGrid
					ref={grid}
					products={shown}
					filter={lists.filter}
					threshold={lists.threshold}
					actions={actions}
				/>
			)}
			<CorrectDialog
				productId={searching}
				onChoose={deciding.correct}
				onNew={deciding.correctAs}
				onClose={() => setSearching(null)}
				onClosed={() => {
					const { focusedId } = store.getState().review;
					if (focusedId) document.getElementById(cellId(focusedId))?.focus();
				}}
			/>
			<ShortcutsDialog opened={help} onClose={() => setHelp(false)} />
		</>
	);
}
