import { describe, expect, it } from 'vitest';
import { withSiteHeaders } from '../../../src/serviceWorker/headers';

const policy = (response: Response) => response.headers.get('Content-Security-Policy');
const served = (status = 200) =>
	new Response(status === 200 ? 'content' : null, {
		status,
		headers: { 'Content-Type': 'text/x' },
	});

describe('what the service worker serves', () => {
	it('is isolated: pages without WASM, workers with it, neither with eval or anything inline', async () => {
		const page = withSiteHeaders('index.html', served());
		const worker = withSiteHeaders('assets/vision.worker-1.js', served());
		for (const response of [page, worker]) {
			expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
			expect(response.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
			expect(response.headers.get('Content-Type')).toBe('text/x');
			expect(policy(response)).toContain("default-src 'self'");
			expect(policy(response)).not.toMatch(/'unsafe-|https?:/);
		}
		expect(policy(page)).not.toContain('wasm');
		expect(policy(worker)).toContain("script-src 'self' 'wasm-unsafe-eval'");
		expect(await page.text()).toBe('content');
	});

	it('is passed on as it came when it is a failure, or neither page nor script', () => {
		const missing = served(404);
		expect(withSiteHeaders('index.html', missing)).toBe(missing);
		const weights = served();
		expect(withSiteHeaders('models/a.bin', weights)).toBe(weights);
	});
});
