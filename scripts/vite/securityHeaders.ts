import type { Plugin } from 'vite';
import { pageHeaders, pagePolicy, scriptHeaders } from '../../src/domain/siteHeaders.ts';

/**
 * The Content-Security-Policy of the built app: as a meta tag in its page, and as headers of the preview
 * server, so that the browser tests run under it. The developers' server needs inline scripts and goes without.
 */
export function securityHeaders(): Plugin {
	return {
		name: 'aisle:security-headers',
		transformIndexHtml: {
			order: 'post',
			handler: (_html, { server }) =>
				server
					? []
					: [
							{
								tag: 'meta',
								attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy },
								injectTo: 'head-prepend',
							},
						],
		},
		configurePreviewServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const isScript = new URL(request.url ?? '', 'http://host').pathname.endsWith('.js');
				const headers = isScript ? scriptHeaders : pageHeaders;
				for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
				next();
			});
		},
	};
}
