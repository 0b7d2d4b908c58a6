import type { Plugin } from 'vite';
import { pagePolicy, workerPolicy } from '../../src/domain/siteHeaders.ts';

/** Loads Teachable Machine's own library to compare with, which evaluates strings. */
const withForeignCode = '/headFiles.test.ts';

/**
 * The page that tests run in begins with scripts of Vitest's own, written into it, and some tests call there what
 * the app runs in workers, WASM included.
 */
function testerPolicy(file: string): string {
	const evaluating = file.endsWith(withForeignCode) ? " 'unsafe-eval'" : '';
	const scripts = `'self' 'unsafe-inline' 'wasm-unsafe-eval'${evaluating}`;
	return `${pagePolicy}; script-src ${scripts}; style-src 'self' 'unsafe-inline'`;
}

/** TF.js starts its WASM threads from blobs; the build makes files of them (threadedWasm.ts), a server does not. */
const testedWorkerPolicy = workerPolicy.replace("'self' 'wasm", "'self' blob: 'wasm");

/**
 * Holds the browser tests to the Content-Security-Policy: workers to their own, the page that the tests run in to
 * what Vitest leaves of the pages'. The end-to-end tests run under the whole of it.
 */
export function testPolicy(): Plugin {
	return {
		name: 'aisle:test-policy',
		enforce: 'pre',
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const { searchParams } = new URL(request.url ?? '', 'http://host');
				if (searchParams.has('worker_file'))
					response.setHeader('Content-Security-Policy', testedWorkerPolicy);
				else if (searchParams.has('sessionId'))
					response.setHeader(
						'Content-Security-Policy',
						testerPolicy(searchParams.get('iframeId') ?? ''),
					);
				next();
			});
		},
	};
}
