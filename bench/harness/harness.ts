import { resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { chromiumArguments, ensureBrowser } from '../../scripts/setup-browser';
import type { Progress } from '../../src/domain/job';
import { folderFiles } from './folderFiles';

/*
 * Runs the app's own code in a real browser from Node: workers, storage, networks, everything but the screens.
 * `npm run evaluate` and the benches stand on it.
 */

const root = resolve(import.meta.dirname, '../..');

export interface HarnessOptions {
	/** Folders whose files the page may bring in: `harness.bringIn(0)` for the first. */
	folders?: string[];
	/**
	 * Folder for the browser's profile, kept between runs so that what was embedded stays embedded. Without it
	 * every run begins with an empty browser. A kept profile needs `port`: storage belongs to an origin.
	 */
	profile?: string;
	port?: number;
}

export interface Harness {
	/**
	 * Calls an exported function `(harness: PageHarness, input, job: JobContext) => Promise<output>` in the page.
	 * @param module its file, from the repository's root: `scripts/evaluate/page.ts`
	 * @param input, output anything JSON can hold; typed arrays arrive as plain arrays of numbers
	 * @throws HarnessFailure with the page's own error
	 */
	call<Output>(
		module: string,
		name: string,
		input: unknown,
		onProgress?: (progress: Progress) => void,
	): Promise<Output>;
	/** Requests to anywhere but the harness' own server: all of them were refused. */
	outsideRequests: string[];
	close(): Promise<void>;
}

/** What the page's function threw. `code` is set for the app's own errors. */
export class HarnessFailure extends Error {
	override readonly name = 'HarnessFailure';
	readonly code: string | null;

	constructor(message: string, code: string | null) {
		super(message);
		this.code = code;
	}
}

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
	const server = await createServer({
		root,
		configFile: resolve(root, 'vite.config.ts'),
		// The developers' server may be running: neither its cache nor its port is ours.
		cacheDir: resolve(root, 'node_modules/.vite-harness'),
		plugins: [folderFiles(options.folders ?? [])],
		optimizeDeps: { entries: ['index.html', 'bench/harness/page.html'] },
		server: { port: options.port ?? 0, strictPort: options.port !== undefined, hmr: false },
		logLevel: 'error',
		clearScreen: false,
	});
	await server.listen();
	const origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;
	try {
		const context = await launch(options.profile);
		return await open(server, context, origin);
	} catch (error) {
		await server.close();
		throw error;
	}
}

async function launch(profile: string | undefined): Promise<BrowserContext> {
	const browser = ensureBrowser();
	if (profile)
		return chromium.launchPersistentContext(resolve(profile), {
			...browser,
			args: chromiumArguments,
		});
	const launched = await chromium.launch({ ...browser, args: chromiumArguments });
	const context = await launched.newContext();
	context.on('close', () => void launched.close());
	return context;
}

async function open(
	server: ViteDevServer,
	context: BrowserContext,
	origin: string,
): Promise<Harness> {
	const outsideRequests: string[] = [];
	await context.route(
		(url) => url.origin !== origin && url.protocol.startsWith('http'),
		(route) => {
			outsideRequests.push(route.request().url());
			return route.abort();
		},
	);
	const page = await context.newPage();
	let listener: (progress: Progress) => void = () => {};
	await page.exposeFunction('harnessProgress', (progress: Progress) => listener(progress));
	// A crash of the tab would otherwise leave the call waiting for ever.
	const crashed = new Promise<never>((_, reject) => {
		page.on('crash', () => reject(new HarnessFailure('the tab crashed', null)));
		page.on('pageerror', (error) => reject(new HarnessFailure(error.stack ?? error.message, null)));
	});
	crashed.catch(() => {});
	await page.goto(`${origin}/bench/harness/page.html`);
	await page.waitForFunction('window.harnessCall !== undefined');

	return {
		outsideRequests,
		async call<Output>(
			module: string,
			name: string,
			input: unknown,
			onProgress: (progress: Progress) => void = () => {},
		): Promise<Output> {
			listener = onProgress;
			const answer = await Promise.race([callPage(page, module, name, input), crashed]);
			if ('failure' in answer) throw new HarnessFailure(answer.failure, answer.code);
			return JSON.parse(answer.output) as Output;
		},
		async close() {
			await context.close();
			await server.close();
		},
	};
}

type Answer = { output: string } | { failure: string; code: string | null };

function callPage(page: Page, module: string, name: string, input: unknown): Promise<Answer> {
	const asked = { module: `/${module}`, name, input: JSON.stringify(input) };
	return page.evaluate(
		(call) =>
			(window as unknown as { harnessCall(asked: unknown): Promise<Answer> }).harnessCall(call),
		asked,
	);
}
