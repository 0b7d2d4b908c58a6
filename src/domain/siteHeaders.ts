/*
 * The headers Aisle wants to be served with. The service worker adds them on hosts that cannot, the preview
 * server and docs/hosting.md send them, and index.html carries what a meta tag can of them.
 */

/** Without these two the page is not cross-origin isolated, and WASM threads are lost without a word. */
export const isolationHeaders = {
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** For everything: types are not guessed, the address stays here, and no other site may embed a file. */
const everyHeader = {
	...isolationHeaders,
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
};

/** Nothing from any other origin, nothing inline, no `eval`. Photos are shown from blobs. */
const page = [
	"default-src 'self'",
	"img-src 'self' blob: data:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
];

/** The page's policy as a meta tag, where `frame-ancestors` has no meaning. */
export const pagePolicy = page.join('; ');

/** Workers compile WASM, which pages do not; a meta tag does not reach them. */
export const workerPolicy = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"object-src 'none'",
	"base-uri 'none'",
].join('; ');

export const pageHeaders = {
	...everyHeader,
	'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
};

/** For scripts, of which a worker is one: a policy on a script that is not a worker does nothing. */
export const scriptHeaders = { ...everyHeader, 'Content-Security-Policy': workerPolicy };
