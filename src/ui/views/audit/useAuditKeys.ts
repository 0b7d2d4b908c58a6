import { useEffect, useRef } from 'react';
import { useAisle } from '../../store';

interface AuditKeys {
	accept(): void;
	keep(): void;
	merge?(): void;
	previous(): void;
	next(): void;
}

/** Where keys belong to something else. */
const typing =
	'input, textarea, select, [role=dialog], [role=menu], [role=listbox], [role=radiogroup], [role=combobox]';

/** `a` agrees, `k` keeps things as they are, `m` merges, the arrows leaf; letters only where single keys are wanted. */
export function useAuditKeys(keys: AuditKeys): void {
	const letters = useAisle((state) => state.shortcuts);
	const latest = useRef({ ...keys, letters });
	useEffect(() => {
		latest.current = { ...keys, letters };
	});
	useEffect(() => {
		function pressed(event: KeyboardEvent): void {
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			if (event.target instanceof Element && event.target.closest(typing)) return;
			if (document.querySelector('[role=dialog][aria-modal=true]')) return;
			const { accept, keep, merge, previous, next, letters } = latest.current;
			const key = event.key.toLowerCase();
			if (key === 'arrowleft') previous();
			else if (key === 'arrowright') next();
			else if (letters && key === 'a') accept();
			else if (letters && key === 'k') keep();
			else if (letters && key === 'm' && merge) merge();
			else return;
			event.preventDefault();
		}
		window.addEventListener('keydown', pressed);
		return () => window.removeEventListener('keydown', pressed);
	}, []);
}
