import { useSyncExternalStore } from 'react';

/** The screens that exist, as they stand behind the `#/` of the address. */
export const routes = [
	'sort',
	'catalogue',
	'train',
	'compare',
	'similar',
	'audit',
	'settings',
] as const;
export type Route = (typeof routes)[number];

/** @param part something of the screen that has an address of its own, such as a head's report */
export function hrefOf(route: Route, part?: string): string {
	return part === undefined ? `#/${route}` : `#/${route}/${encodeURIComponent(part)}`;
}

/** The screen the address names, and the part of it; anything unknown is Sort. */
export function useRoute(): { route: Route; part: string | null } {
	const hash = useSyncExternalStore(listen, () => window.location.hash);
	const [, name, part] = hash.split('/');
	const route = routes.find((each) => each === name) ?? 'sort';
	return { route, part: part ? decoded(part) : null };
}

/** An address that was cut off on its way here is one of nothing, not a bug. */
function decoded(part: string): string | null {
	try {
		return decodeURIComponent(part);
	} catch {
		return null;
	}
}

function listen(changed: () => void): () => void {
	window.addEventListener('hashchange', changed);
	return () => window.removeEventListener('hashchange', changed);
}
