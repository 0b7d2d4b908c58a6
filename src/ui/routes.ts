import { useSyncExternalStore } from 'react';

/** The screens that exist, as they stand behind the `#/` of the address. */
export const routes = ['sort', 'settings'] as const;
export type Route = (typeof routes)[number];

export function hrefOf(route: Route): string {
	return `#/${route}`;
}

/** The screen the address names; anything unknown is Sort. */
export function useRoute(): Route {
	const hash = useSyncExternalStore(listen, () => window.location.hash);
	return routes.find((route) => hrefOf(route) === hash) ?? 'sort';
}

function listen(changed: () => void): () => void {
	window.addEventListener('hashchange', changed);
	return () => window.removeEventListener('hashchange', changed);
}
