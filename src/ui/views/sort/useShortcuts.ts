import { useEffect, useRef } from 'react';
import { isMovementKey, type MovementKey } from '../../../maths/gridMovement';

export interface Shortcuts {
	/** Off: single letters and digits do nothing; the arrows still move. */
	letters: boolean;
	move(key: MovementKey): void;
	accept(rank: number): void;
	search(): void;
	undo(): void;
	nextFilter(): void;
	help(): void;
}

/** Where keys belong to something else: text being typed, a dialog, an open menu, a slider's arrows. */
const typing =
	'input:not([type=file]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';
const ownArrows = '[role=slider], [role=tab], [role=tablist], [role=radio], [role=combobox]';

/** The keys of the review, wherever the focus is, so long as nothing else wants them. */
export function useShortcuts(shortcuts: Shortcuts): void {
	const latest = useRef(shortcuts);
	useEffect(() => {
		latest.current = shortcuts;
	});
	useEffect(() => {
		function pressed(event: KeyboardEvent): void {
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			const target = event.target instanceof Element ? event.target : document.body;
			if (target.closest(typing)) return;
			// An open dialog whose focus has got lost still has the keyboard.
			if (document.querySelector('[role=dialog][aria-modal=true]')) return;
			if (run(event.key, target)) event.preventDefault();
		}

		function run(key: string, target: Element): boolean {
			const { current } = latest;
			if (isMovementKey(key)) {
				// Elsewhere these keys scroll the page, as they should.
				const inGrid = target.closest('[role=grid]') !== null || target === document.body;
				if (!inGrid || target.closest(ownArrows)) return false;
				current.move(key);
				return true;
			}
			if (!current.letters) return false;
			switch (key) {
				case '1':
				case '2':
				case '3':
					current.accept(Number(key) - 1);
					return true;
				case '/':
				case 'c':
					current.search();
					return true;
				case 'z':
					current.undo();
					return true;
				case 'f':
					current.nextFilter();
					return true;
				case '?':
					current.help();
					return true;
				default:
					return false;
			}
		}

		window.addEventListener('keydown', pressed);
		return () => window.removeEventListener('keydown', pressed);
	}, []);
}
