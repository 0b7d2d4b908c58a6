/** What of a request decides who answers it. */
type Asked = Pick<Request, 'url' | 'method' | 'mode' | 'cache' | 'headers'>;

/**
 * Path of the file that a request asks for, or `null` when it is left to the browser: other origins and
 * folders, pieces of files (a piece must never be stored as the whole), and whoever wants the server's own
 * answer and says so with `no-cache`.
 * @param base the app's absolute URL, with a slash at its end
 */
export function askedPath(
	{ url, method, mode, cache, headers }: Asked,
	base: string,
): string | null {
	const isPage = mode === 'navigate';
	const { origin, pathname, search } = new URL(url);
	if (method !== 'GET' || headers.has('range')) return null;
	if (!isPage && (search !== '' || cache === 'no-cache' || cache === 'no-store')) return null;
	const address = `${origin}${pathname}`;
	if (!address.startsWith(base)) return null;
	return decodeURIComponent(address.slice(base.length)) || 'index.html';
}

/** Whether the app itself asks past what is stored. Reloading a page is not that. */
export function asksPastStored({ mode, cache }: Pick<Request, 'mode' | 'cache'>): boolean {
	return mode !== 'navigate' && cache === 'reload';
}
