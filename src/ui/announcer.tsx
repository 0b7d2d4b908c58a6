import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

const AnnouncerContext = createContext<(sentence: string) => void>(() => {});

/** Says a sentence to screen readers when they next pause. */
export function useAnnounce(): (sentence: string) => void {
	return useContext(AnnouncerContext);
}

/** Holds the one polite live region. It is written to directly: nothing on screen renders for it. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
	const region = useRef<HTMLDivElement>(null);
	const announce = useCallback((sentence: string) => {
		if (!region.current) return;
		// The same sentence twice would not be read a second time; a trailing space makes it another.
		const again = region.current.textContent === sentence;
		region.current.textContent = again ? `${sentence} ` : sentence;
	}, []);
	return (
		<AnnouncerContext value={announce}>
			{children}
			<VisuallyHidden>
				<div ref={region} role="status" aria-live="polite" />
			</VisuallyHidden>
		</AnnouncerContext>
	);
}
