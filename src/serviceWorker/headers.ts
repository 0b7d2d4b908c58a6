import { pageHeaders, scriptHeaders } from '../domain/siteHeaders';

/** The response as a host with every header would have sent it, so that a plain one is enough. */
export function withSiteHeaders(path: string, response: Response): Response {
	const added = path.endsWith('.html') ? pageHeaders : path.endsWith('.js') ? scriptHeaders : null;
	// Redirects and failures pass as they are: what they lead to has its own.
	if (!added || !response.ok) return response;
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(added)) headers.set(name, value);
	const { status, statusText } = response;
	return new Response(response.body, { status, statusText, headers });
}
