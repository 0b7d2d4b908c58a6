import { type ReactNode, Suspense, useState } from 'react';

interface OnceOpenedProps {
	opened: boolean;
	/** A dialog whose code is loaded when it is first shown (`lazy`). */
	children: ReactNode;
}

/** Makes a dialog the first time that it opens, and keeps it: it can close as dialogs do. */
export function OnceOpened({ opened, children }: OnceOpenedProps) {
	const [needed, setNeeded] = useState(opened);
	if (opened && !needed) setNeeded(true);
	return needed && <Suspense>{children}</Suspense>;
}
