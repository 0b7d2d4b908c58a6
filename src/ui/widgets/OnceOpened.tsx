import { type ReactNode, Suspense, useEffect, useState } from 'react';

interface OnceOpenedProps {
	opened: boolean;
	/** A dialog whose code is loaded when it is first shown (`lazy`), told whether it is open. */
	children(opened: boolean): ReactNode;
}

/**
 * Makes a dialog the first time that it opens, and keeps it: it can close as dialogs do. It is made closed and opened
 * then, for dialogs remember at their opening what had the focus, and not when they are made.
 */
export function OnceOpened({ opened, children }: OnceOpenedProps) {
	const [needed, setNeeded] = useState(opened);
	const [made, setMade] = useState(false);
	if (opened && !needed) setNeeded(true);
	if (!needed) return null;
	return (
		<Suspense>
			{children(opened && made)}
			<Made onMade={setMade} />
		</Suspense>
	);
}

/** Beside what is waited for, it is made together with it. */
function Made({ onMade }: { onMade(made: true): void }) {
	useEffect(() => onMade(true), [onMade]);
	return null;
}
