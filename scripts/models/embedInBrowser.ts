import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import type { TextEncoderEntry } from '../../src/domain/models';
import { findBrowser } from '../setup-browser';
import { cacheFolder, projectRoot } from './places';

/** Texts between two steps of the progress bar. */
const textsPerCall = 64;

/**
 * Embeds texts in a real browser with the app's own encoder: 8-bit networks round differently in other
 * runtimes and on other processors.
 * @returns one vector of length 1 for each text
 */
export async function embedInBrowser(
	encoder: TextEncoderEntry,
	texts: string[],
	advance: (texts: number) => void,
): Promise<Float32Array[]> {
	const server = await createServer({
		root: projectRoot,
		// A developer's server may run beside this one.
		cacheDir: join(cacheFolder, 'vite'),
		// A file saved in the meantime must not reload the page.
		server: { port: 0, hmr: false, watch: null },
		logLevel: 'error',
	});
	await server.listen();
	const browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage();
		page.on('pageerror', (error) => console.error(error));
		const [address = ''] = server.resolvedUrls?.local ?? [];
		await page.goto(`${address}scripts/models/embedPage/index.html`);
		await page.waitForFunction(() => window.embedPage !== undefined);
		await page.evaluate((entry) => window.embedPage?.load(entry), encoder);
		const vectors: Float32Array[] = [];
		for (let start = 0; start < texts.length; start += textsPerCall) {
			const some = texts.slice(start, start + textsPerCall);
			const rows = await page.evaluate((batch) => window.embedPage?.embed(batch), some);
			vectors.push(...(rows ?? []).map((row) => Float32Array.from(row)));
			advance(some.length);
		}
		return vectors;
	} finally {
		await browser.close();
		await server.close();
	}
}
