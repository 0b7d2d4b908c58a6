interface Situation {
	isolated: boolean;
	/** Somebody has clicked or typed since the page was loaded. */
	touched: boolean;
	/** A job runs. */
	busy: boolean;
	/** This tab was reloaded for it before. */
	tried: boolean;
}

/**
 * Whether a page that a service worker serves may reload itself to become cross-origin isolated: once a tab, and
 * only while there is nothing in it that somebody did. Otherwise the next visit brings it.
 */
export function mayReloadForIsolation(now: Situation): boolean {
	return !now.isolated && !now.touched && !now.busy && !now.tried;
}
