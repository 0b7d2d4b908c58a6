import { useEffect, useRef } from 'react';
import type { Product } from '../../../domain/product';
import { cellId } from './GridCell';

/**
 * When the cursor moves, the browser's focus goes with it, unless the person is busy elsewhere on the page. And
 * when a filter takes the focused card out of the page, the focus comes back to the grid.
 */
export function useFocusFollows(
	products: Product[],
	focusedId: string | null,
	focusedRow: number | null,
	reveal: (row: number) => void,
): void {
	/** Whether the person was last in the grid. Nothing fires when a focused element is removed, so it stays true. */
	const inGrid = useRef(false);
	useEffect(() => {
		const note = ({ target }: Event): void => {
			inGrid.current = target instanceof Element && target.closest('[role=grid]') !== null;
		};
		window.addEventListener('focusin', note);
		window.addEventListener('pointerdown', note);
		return () => {
			window.removeEventListener('focusin', note);
			window.removeEventListener('pointerdown', note);
		};
	}, []);

	const before = useRef(focusedId);
	useEffect(() => {
		const moved = before.current !== focusedId;
		before.current = focusedId;
		if (focusedId === null || focusedRow === null) return;
		const active = document.activeElement;
		const nowhere = active === null || active === document.body;
		if (nowhere ? !moved && !inGrid.current : !active.closest('[role=grid]')) return;
		const cell = document.getElementById(cellId(focusedId));
		if (!cell || cell.contains(active)) return;
		reveal(focusedRow);
		cell.focus({ preventScroll: true });
	}, [focusedId, products]);
}
