import { type RefCallback, useCallback, useState } from 'react';

/** A card's smallest comfortable width, and the space between two, in pixels. */
const cardWidth = 288;
const gap = 20;

interface Space {
	columns: number;
	/** From the top of the page to the grid. */
	top: number;
	/** Of the bar that stays at the top. */
	barHeight: number;
}

/** How much room the grid has and where it begins; notices above it come and go. */
export function useGridSpace(): Space & { ref: RefCallback<HTMLElement> } {
	const [space, setSpace] = useState<Space>({ columns: 1, top: 0, barHeight: 64 });
	const ref = useCallback((grid: HTMLElement | null) => {
		if (!grid) return;
		const bar = grid.previousElementSibling;
		const measure = (): void => {
			const columns = Math.max(1, Math.floor((grid.clientWidth + gap) / (cardWidth + gap)));
			const top = Math.round(grid.getBoundingClientRect().top + window.scrollY);
			const barHeight = bar?.clientHeight || bar?.firstElementChild?.clientHeight || 0;
			setSpace((before) =>
				before.columns === columns && before.top === top && before.barHeight === barHeight
					? before
					: { columns, top, barHeight },
			);
		};
		measure();
		// The page grows and shrinks with everything above the grid.
		const observer = new ResizeObserver(measure);
		observer.observe(document.body);
		observer.observe(grid);
		if (bar) observer.observe(bar);
		return () => observer.disconnect();
	}, []);
	return { ...space, ref };
}
