import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** The sample catalogue's files, as `npm run models` made them. */
export const sampleFolder = resolve(import.meta.dirname, '../../public/models/sample-catalogue');

export function samplePhotos(count: number): string[] {
	const photos = resolve(sampleFolder, 'photos');
	return readdirSync(photos)
		.sort()
		.slice(0, count)
		.map((name) => resolve(photos, name));
}

/** Hears of whatever the Content-Security-Policy refuses: in the page, and in workers from their start on. */
export async function watchPolicy(page: Page, refused: string[]): Promise<void> {
	const context = page.context();
	await context.exposeBinding('policyRefused', (_source, what: string) => refused.push(what));
	await context.addInitScript(() => {
		const say = (what: string) =>
			(globalThis as unknown as { policyRefused(what: string): void }).policyRefused(what);
		document.addEventListener('securitypolicyviolation', (event) =>
			say(`${event.effectiveDirective}: ${event.blockedURI} in ${event.sourceFile}`),
		);
		new BroadcastChannel('policy-refused').addEventListener('message', ({ data }) => say(data));
	});
	page.on('worker', (worker) => {
		const listen = () => {
			const channel = new BroadcastChannel('policy-refused');
			globalThis.addEventListener('securitypolicyviolation', (event) => {
				const { effectiveDirective, blockedURI, sourceFile } =
					event as SecurityPolicyViolationEvent;
				channel.postMessage(`worker, ${effectiveDirective}: ${blockedURI} in ${sourceFile}`);
			});
		};
		// One that ended meanwhile has nothing more to refuse.
		worker.evaluate(listen).catch(() => {});
	});
}

/** Every test fails on a request to another origin, on a bug that reaches the console, and on what the policy refuses. */
export const test = base.extend<{ watched: Page }>({
	watched: [
		async ({ page, baseURL }, use) => {
			const elsewhere: string[] = [];
			const bugs: string[] = [];
			const refused: string[] = [];
			await watchPolicy(page, refused);
			page.context().on('request', (request) => {
				const url = new URL(request.url());
				const own = url.protocol === 'blob:' || url.protocol === 'data:';
				if (!own && url.origin !== baseURL) elsewhere.push(request.url());
			});
			page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
			await use(page);
			expect(elsewhere, 'requests to other origins').toEqual([]);
			expect(bugs, 'errors nobody caught').toEqual([]);
			expect(refused, 'refused by the Content-Security-Policy').toEqual([]);
		},
		{ auto: true },
	],
});

/** For `addInitScript`. As in browsers without a dialog for saving: what is written is downloaded. */
export const withoutPicker = (): void => {
	delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
};

export async function openEmpty(page: Page): Promise<void> {
	await page.goto('./');
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
}

/** Drops files through the input that "Choose files" opens. */
export async function addFiles(
	page: Page,
	files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> {
	await page.getByTestId('choose-files').first().setInputFiles(files);
}

/** Drops files with a table or a project among them: the dialog says what it is, Enter imports it. */
export async function addTable(page: Page, files: Parameters<typeof addFiles>[1]): Promise<void> {
	await addFiles(page, files);
	await expect(page.getByRole('dialog', { name: 'What you dropped' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** Waits until nothing runs any more. */
export async function importDone(page: Page): Promise<void> {
	await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 150_000 });
}

export const card = (page: Page, name: string | RegExp) => page.getByRole('gridcell', { name });

/** Number that a filter tab shows. */
export async function filterCount(page: Page, name: string): Promise<number> {
	const tab = page.getByRole('button', { name: new RegExp(`^${name}\\s*\\d`) });
	const text = await tab.textContent();
	return Number(/\d+/.exec(text ?? '')?.[0]);
}

/** Bytes that the page itself holds on to, its workers not counted. */
export async function pageHeap(page: Page): Promise<number> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('HeapProfiler.collectGarbage');
	const { usedSize } = await devtools.send('Runtime.getHeapUsage');
	await devtools.detach();
	return usedSize;
}

/** What axe finds on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Look {
	scheme: 'light' | 'dark';
	width: number;
}

const looks: Look[] = [1440, 390].flatMap((width) => [
	{ scheme: 'light', width },
	{ scheme: 'dark', width },
]);

/** For what has no colours and widths of its own. */
export const narrow: Look[] = [{ scheme: 'dark', width: 390 }];

/** Axe finds nothing on the page as it stands, and nothing is wider than the screen. */
export async function isAccessible(page: Page, inLooks: readonly Look[] = looks): Promise<void> {
	for (const { scheme, width } of inLooks) {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width, height: 900 });
		// Colours on their way are neither the old nor the new ones.
		await page.waitForFunction(() =>
			document.getAnimations().every(({ playState }) => playState !== 'running'),
		);
		const place = `${page.url()}, ${scheme}, ${width}`;
		expect(await axeFindings(page), place).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(overflow, place).toBeLessThanOrEqual(0);
	}
}
