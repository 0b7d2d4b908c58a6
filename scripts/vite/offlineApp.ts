import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * Builds the service worker, with the list of all files of the build in it, each with its length and SHA-256.
 * Models are listed in models.json, which is one of the files.
 */
export function offlineApp(): Plugin[] {
	let built = '';
	const place: Plugin = {
		name: 'aisle:offline-app',
		configResolved({ root, build }) {
			built = resolve(root, build.outDir);
		},
	};
	const serviceWorker = VitePWA({
		strategies: 'injectManifest',
		srcDir: 'src/serviceWorker',
		filename: 'serviceWorker.ts',
		injectRegister: false,
		// public/manifest.webmanifest: the plugin would list its own without a checksum.
		manifest: false,
		injectManifest: {
			// Firefox and older Safaris take no module as a service worker.
			rollupFormat: 'iife',
			globPatterns: ['*', 'assets/*', 'models/models.json'],
			globIgnores: ['serviceWorker.js'],
			maximumFileSizeToCacheInBytes: 25_000_000,
			manifestTransforms: [
				async (entries) => {
					const urls = [...new Set(entries.map(({ url }) => url))].sort();
					const manifest = await Promise.all(urls.map((url) => entryOf(built, url)));
					return { manifest, warnings: [] };
				},
			],
		},
	});
	return [place, ...serviceWorker];
}

async function entryOf(folder: string, url: string) {
	const content = await readFile(join(folder, url));
	const revision = createHash('sha256').update(content).digest('hex');
	return { url, revision, bytes: content.length, size: content.length };
}
